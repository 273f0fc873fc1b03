const SHAPE = /^[A-HJ-NP-Z1-9][A-HJ-NP-Z0-9]{10}[0-9]$/;
const NINE_DIGITS = /[0-9]{9}/;
const LIKE_A_CAGE_CODE = /^[0-9][A-HJ-NP-Z0-9]{3}[0-9]/;

export const normaliseUei = (text: string): string => text.trim().toUpperCase();

/**
 * Whether this is a well-formed Unique Entity ID with the right check digit (GSA, "Unique Entity ID Technical
 * Specifications"): ASCII codes of the first eleven characters times their position, each modulo ten, summed; the same with
 * the digits of the sum until one digit is left.
 */
export const isUei = (text: string): boolean => {
  const uei = normaliseUei(text);
  if (!SHAPE.test(uei) || NINE_DIGITS.test(uei) || LIKE_A_CAGE_CODE.test(uei)) return false;
  return ueiCheckDigit(uei.slice(0, 11)) === Number(uei[11]);
};

/** The check digit over the first eleven characters of a UEI. */
export const ueiCheckDigit = (eleven: string): number => {
  let sum = weightedSum([...eleven].map((character) => character.charCodeAt(0)));
  while (sum > 9) sum = weightedSum([...String(sum)].map(Number));
  return sum;
};

const weightedSum = (values: readonly number[]): number =>
  values.reduce((total, value, index) => total + ((value * (index + 1)) % 10), 0);
