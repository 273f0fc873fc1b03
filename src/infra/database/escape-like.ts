/** Keeps `%`, `_` and the backslash from meaning anything to LIKE. */
export const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');
