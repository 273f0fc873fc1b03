import * as fc from 'fast-check';
import { contextWords, isMadeOf, type PasswordOwner } from './password-context';

const ada: PasswordOwner = {
  email: 'Ada.Snow@example.test',
  firstName: 'Ada',
  lastName: 'Snów',
  companyName: 'Frost & Works, LLC',
};

const isMadeOfAda = (password: string): boolean => isMadeOf(contextWords(ada), password);

describe('a password made of what everybody knows about its owner', () => {
  it.each([
    ['the address', 'ada.snow@example.test'],
    ['the address and a digit', 'ADA.SNOW@EXAMPLE.TEST1'],
    ['the local part and a year', 'ada.snow2026'],
    ['both names', 'AdaSnow123'],
    ['both names the other way round, apart', 'snow-ADA-99'],
    ['a name with its accent', 'Snów2026'],
    ['a name without its accent', 'snow2026'],
    ['a name typed with a separate accent', 'snów2026'.normalize('NFD')],
    ['a name many times', 'snowSNOWsnow'],
    ['a name backwards', 'wonswons1'],
    ['names in signs', '4d@5n0w2026'],
    ['signs backwards', 'W0n5.4da'],
    ['the company without its separators', 'FrostWorks2026'],
    ['the company in parts', 'frost-works-2026'],
    ['the company in signs', 'fr0$tw0rk5!'],
    ['the company whole', 'Frost & Works, LLC 2'],
    ['the service', 'UtahContractingHub1'],
    ['the whole name of the service', 'Utah Government Contracting Hub 2026'],
    ['half of it', 'snowqjvx'],
  ])('is found: %s', (_, password) => {
    expect(isMadeOfAda(password)).toBe(true);
  });

  it.each([
    'Demo-Utah-2026!',
    'correct horse battery staple',
    'snowqjvxz',
    'a.d.a.s.n.o.w',
    '🔑'.repeat(8),
    '́'.repeat(8),
  ])('is not %s', (password) => {
    expect(isMadeOfAda(password)).toBe(false);
  });

  it('does not take short names for a sign of anything', () => {
    const bo = { email: 'bo@example.test', firstName: 'Bo', lastName: 'Li', companyName: null };
    expect(isMadeOf(contextWords(bo), 'bobobobo')).toBe(false);
    expect(isMadeOf(contextWords(bo), 'boli-2026')).toBe(false);
    expect(isMadeOf(contextWords(bo), 'boli2026')).toBe(true);
  });

  it('is judged for any names and any text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const owner = fc.record({ email: text, firstName: text, lastName: text, companyName: fc.option(text) });
    fc.assert(
      fc.property(owner, text, (person, password) => {
        const words = contextWords(person);
        expect(words.every((word) => isMadeOf(words, `${word}`))).toBe(true);
        expect(typeof isMadeOf(words, password)).toBe('boolean');
      }),
    );
  });
});
