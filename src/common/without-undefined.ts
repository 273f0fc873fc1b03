/** Only the fields that are there: what class-transformer leaves undefined was not sent. */
export const withoutUndefined = <T extends object>(given: T): Partial<T> => {
  const kept: Partial<T> = {};
  for (const field in given) if (given[field] !== undefined) kept[field] = given[field];
  return kept;
};
