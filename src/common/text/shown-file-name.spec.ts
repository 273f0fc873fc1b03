import { shownFileName } from './shown-file-name';

describe('the shown name of a file', () => {
  it.each([
    ['notices.csv', 'notices.csv'],
    ['/home/pat/2026 July/notices.csv', 'notices.csv'],
    ['from pat@example.org notices.csv', 'from … notices.csv'],
    ['pat@example.org and kim@mail.example.org.csv', '… and …'],
    ['@notices.csv', '@notices.csv'],
  ])('of %s', (path, shown) => {
    expect(shownFileName(path)).toBe(shown);
  });

  it('has at most 200 characters, counted without addresses', () => {
    expect(shownFileName(`/tmp/${'n'.repeat(201)}`)).toBe('n'.repeat(200));
    expect(shownFileName(`${'a'.repeat(300)}@example.org notices`)).toBe('… notices');
  });
});
