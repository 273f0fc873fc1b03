import { validateSync } from 'class-validator';
import { Length, MaxLength } from './text-length';

class Texts {
  @MaxLength(3)
  short: string;

  @Length(2, 3, { each: true })
  several: string[];
}

const problemsOf = (short: unknown, several: unknown = ['ab']): unknown[] =>
  validateSync(Object.assign(new Texts(), { short, several })).map(({ constraints }) => constraints);

describe('the length of a text', () => {
  it.each(['', 'abc', '🚀🚀🚀', 'a\uFE0Fb'])('lets %j through', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it.each(['abcd', 'a\uFE0Fb\uFE0F', '🚀🚀🚀🚀', 7, null])('refuses %j', (value) => {
    expect(problemsOf(value)).toEqual([{ maxLength: 'short must have at most 3 characters' }]);
  });

  it('holds for each of several', () => {
    expect(problemsOf('a', ['ab', 'a'])).toEqual([{ isLength: 'each value in several must have 2 to 3 characters' }]);
  });
});
