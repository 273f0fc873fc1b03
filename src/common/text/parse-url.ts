/**
 * Undefined for what is no URL. `URL.canParse` would say so without an exception, but once it runs often enough to be
 * compiled, Node 20 takes every text with a letter such as `ü` for no URL.
 */
export const parseUrl = (text: string): URL | undefined => {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
};
