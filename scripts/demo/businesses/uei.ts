import { ueiCheckDigit } from '../../../src/modules/businesses/domain/uei';
import { cycle, hexDigest } from '../random';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const CHARACTERS = `${LETTERS}0123456789`;

/** An invented UEI that passes every published rule and is always the same for the same name. */
export function inventUei(name: string): string {
  const bytes = [...Buffer.from(hexDigest(`uei:${name}`), 'hex')];
  const stem = bytes
    .slice(0, 11)
    .map((byte, index) => cycle([...(index % 3 === 0 ? LETTERS : CHARACTERS)], byte))
    .join('');
  return `${stem}${ueiCheckDigit(stem)}`;
}
