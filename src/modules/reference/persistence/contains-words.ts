import { And, type FindOperator, ILike } from 'typeorm';

/** Keeps `%`, `_` and the backslash from meaning anything to LIKE. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Every word of the question occurs in the column, in any order and case. */
export const containsWords = (question: string): FindOperator<string> =>
  And(
    ...question
      .trim()
      .split(/\s+/)
      .map((word) => ILike(`%${escapeLike(word)}%`)),
  );

export const startsWith = (question: string): FindOperator<string> => ILike(`${escapeLike(question.trim())}%`);
