const CAGE = /^[0-9][A-HJ-NP-Z0-9]{3}[0-9]$/;

export const normaliseCage = (text: string): string => text.trim().toUpperCase();

/**
 * Whether this is a well-formed Commercial and Government Entity code (DoD 4100.39-M, volume 7): five positions, a digit
 * first and last, neither I nor O. There is no check digit. A foreign code (NCAGE) has a letter first or last and is none.
 */
export const isCage = (text: string): boolean => CAGE.test(normaliseCage(text));
