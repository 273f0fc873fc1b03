/** The fields that are wanted, with their values. */
export const pick = <T extends object>(source: T, isWanted: (field: keyof T) => boolean): Partial<T> => {
  const picked: Partial<T> = {};
  for (const field in source) if (isWanted(field)) picked[field] = source[field];
  return picked;
};
