const EIN = /^([0-9]{2})-?([0-9]{7})$/;
const MASKED = /^\*\*-\*{3}[0-9]{4}$/;

/** Two digits that no campus of the Internal Revenue Service gives out first (IRS list of valid prefixes). */
const UNASSIGNED_PREFIXES: ReadonlySet<string> = new Set([
  ...['00', '07', '08', '09', '17', '18', '19', '28', '29'],
  ...['49', '69', '70', '78', '79', '89', '96', '97'],
]);

/**
 * The nine digits of an Employer Identification Number written as `XX-XXXXXXX` or without the hyphen; undefined for what is
 * none. There is no check digit. Eight digits are refused although some forms drop a leading zero: which one is not known.
 */
export const parseEin = (text: string): string | undefined => {
  const [, prefix, rest] = EIN.exec(text.trim()) ?? [];
  if (prefix === undefined || rest === undefined || UNASSIGNED_PREFIXES.has(prefix)) return undefined;
  return prefix + rest;
};

/** What is shown of a number: `**-***1234`. */
export const maskedEin = (lastFour: string): string => `**-***${lastFour}`;

/** Whether somebody sent back what he was shown, instead of a number. */
export const isMaskedEin = (text: string): boolean => MASKED.test(text.trim());
