import { And, type FindOperator, ILike } from 'typeorm';
import { escapeLike } from '../../../infra/database';

/** Every word of the question occurs in the column, in any order and case. */
export const containsWords = (question: string): FindOperator<string> =>
  And(
    ...question
      .trim()
      .split(/\s+/)
      .map((word) => ILike(`%${escapeLike(word)}%`)),
  );

export const startsWith = (question: string): FindOperator<string> => ILike(`${escapeLike(question.trim())}%`);
