/**
 * How long a text is where a limit is set: every code point counts as one, as `maxLength` of JSON Schema counts. Not what
 * people see as one sign: an emoji may be made of many, and a limit that took it for one would limit nothing.
 */
export const characterCount = (text: string): number => [...text].length;
