import { passwordProblem } from './password';

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
    ['password', 'common'],
    ['PassWord', 'common'],
    ['12345678', 'common'],
    ['', 'too-short'],
  ])('%s: %s', (password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
  });

  it('counts a letter with its accent once, however it was typed', () => {
    expect(passwordProblem('café-café'.normalize('NFD'))).toBe(passwordProblem('café-café'.normalize('NFC')));
    expect(passwordProblem('éééé'.normalize('NFD'))).toBe('too-short');
  });
});
