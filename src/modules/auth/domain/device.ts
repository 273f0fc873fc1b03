import { parse } from 'bowser';

const LONGEST = 100;

/** What people call the thing they sign in with, from its `User-Agent`: `Firefox on Windows`, `curl`. */
export const deviceOf = (userAgent: string): string => {
  const { browser, os } = userAgent === '' ? { browser: {}, os: {} } : parse(userAgent);
  const program = nameOf(browser) ?? /^[\w .-]+/.exec(userAgent)?.[0].trim();
  const system = nameOf(os);
  return [program || 'an unknown program', ...(system ? ['on', system] : [])].join(' ').slice(0, LONGEST);
};

const nameOf = ({ name }: { name?: string }): string | undefined => name || undefined;
