/** The one spelling of a name: letters with their accents as one character each, and single blanks. Twins are one name. */
export const normaliseName = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
