const FILLERS = new Set(['THE', 'OF', 'FOR', 'AND', 'DEPT', 'DEPARTMENT', 'US', 'UNITED', 'STATES']);

/** An organisation's name without word order and fillers: `VETERANS AFFAIRS, DEPARTMENT OF` = `Dept. of Veterans Affairs`. */
export function buyerKey(name: string | null): string | null {
  const words = (name ?? '')
    .toUpperCase()
    .replace(/\./g, '')
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '' && !FILLERS.has(word));
  return words.length === 0 ? null : [...new Set(words)].sort().join(' ');
}

/** Digits of a NAICS code, two to six; null for anything else. */
export function naicsOrNull(text: string | null): string | null {
  const code = (text ?? '').trim();
  return /^\d{2,6}$/.test(code) ? code : null;
}

export function pscOrNull(text: string | null): string | null {
  const code = (text ?? '').trim().toUpperCase();
  return /^[A-Z0-9]{1,4}$/.test(code) ? code : null;
}
