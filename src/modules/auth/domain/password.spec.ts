import { dictionary } from '@zxcvbn-ts/language-common';
import { passwordProblem } from './password';

const problemOf = (password: string, shortest = 8): string | undefined => passwordProblem(password, shortest, ['snow']);

describe('passwordProblem', () => {
  it.each([
    ['Demo-Utah-2026!', undefined],
    ['correct horse battery staple', undefined],
    ['ünïcödé', 'too-short'],
    ['ünïcödé!', undefined],
    ['🔑'.repeat(7), 'too-short'],
    ['🔑'.repeat(8), undefined],
    ['x'.repeat(128), undefined],
    ['x'.repeat(129), 'too-long'],
    ['🔑'.repeat(128), undefined],
    ['🔑'.repeat(129), 'too-long'],
    ['password', 'common'],
    ['PassWord', 'common'],
    ['12345678', 'common'],
    [' password', undefined],
    ['aaaaaaaaaaaaaaab', undefined],
    ['        ', undefined],
    ['snowsnow', 'context'],
    ['', 'too-short'],
  ])('%s: %s', (password, problem) => {
    expect(problemOf(password)).toBe(problem);
  });

  it('refuses all of the 3,000 most used passwords in any letter case', () => {
    const most = dictionary['passwords-common'].slice(0, 3_000).map(String);
    const cases = most.flatMap((text) => [
      text,
      text.toUpperCase(),
      text.replace(/^./, (first) => first.toUpperCase()),
    ]);
    expect(cases).toHaveLength(9_000);
    expect(cases.filter((text) => problemOf(text) === undefined)).toEqual([]);
    expect(cases.filter((text) => problemOf(text, 1) !== 'common')).toEqual([]);
  });

  it('asks for as many characters as configured', () => {
    expect(problemOf('qj vx wl qj vx', 15)).toBe('too-short');
    expect(problemOf('qj vx wl qj vx!', 15)).toBeUndefined();
  });

  it('counts a letter with its accent once, however it was typed', () => {
    expect(problemOf('café-café'.normalize('NFD'))).toBe(problemOf('café-café'.normalize('NFC')));
    expect(problemOf('éééé'.normalize('NFD'))).toBe('too-short');
    expect(problemOf('é'.repeat(128).normalize('NFD'))).toBeUndefined();
  });
});
