import { IsEmail, isEmail } from 'class-validator';

/**
 * Quoted local parts may hold line breaks, blanks and further @. The ideographic full stops are sent as '.', so that one
 * mailbox would have several addresses.
 */
const RULES = { blacklisted_chars: '"', host_blacklist: [/[\u3002\uFF0E\uFF61]/] };

/** Whether the hub takes this for an e-mail address; the same for requests and the command line. */
export const isEmailAddress = (value: unknown): boolean => isEmail(value, RULES);

/** An e-mail address from outside. */
export const IsEmailAddress = (): PropertyDecorator => IsEmail(RULES);
