/** What everybody knows who knows the person whose password it is. */
export interface PasswordOwner {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly companyName: string | null;
}

const SERVICE_NAMES = ['Utah Government Contracting Hub', 'Utah Contracting Hub', 'Contracting Hub'];

/** Shorter words are found in too many passwords by chance. */
const SHORTEST_WORD = 3;

/** Signs that people write for a letter to make a word look harder, and `l`, which is written `1` like `i`. */
const SIGNS = '0123456789@$!|+l';
/** The letter for the sign in the same place. */
const LETTERS = 'oizeasgtbgasiiti';

/** Words of this person and of the hub: names whole, without their separators, and in parts. */
export const contextWords = ({ email, firstName, lastName, companyName }: PasswordOwner): readonly string[] => {
  const [localPart = ''] = email.split('@');
  const ofPerson = [localPart, `${firstName} ${lastName}`, companyName ?? ''].flatMap((name) => {
    const parts = name.split(/[^\p{L}\p{M}\p{N}]+/u);
    return [name, parts.join(''), ...parts];
  });
  const ofService = SERVICE_NAMES.flatMap((name) => [name, name.replaceAll(' ', '')]);
  const words = new Set([email, ...ofPerson, ...ofService].map(skeleton));
  return [...words].filter((word) => word.length >= SHORTEST_WORD);
};

/** Whether at least half of the password's characters belong to such words, forwards or backwards, however they are spelt. */
export const isMadeOf = (words: readonly string[], password: string): boolean => {
  const text = skeleton(password);
  const covered = new Set<number>();
  for (const word of words.flatMap((forwards) => [forwards, [...forwards].reverse().join('')])) {
    for (let start = text.indexOf(word); start !== -1; start = text.indexOf(word, start + 1)) {
      for (let at = start; at < start + word.length; at += 1) covered.add(at);
    }
  }
  return covered.size > 0 && covered.size * 2 >= text.length;
};

/** What is left when letter case, accents and signs for letters are taken away. */
const skeleton = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[0-9@$!|+l]/g, (sign) => LETTERS[SIGNS.indexOf(sign)] ?? sign);
