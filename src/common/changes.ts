type Value = string | number | boolean | null;

/** The fields that differ, as they were and as they are to be. */
export interface Change {
  readonly before: Readonly<Record<string, Value>>;
  readonly after: Readonly<Record<string, Value>>;
}

/** What `wanted` would change: absent fields stay as they are. Undefined where everything is as wanted already. */
export const changeOf = <Wanted extends Readonly<Record<string, Value | undefined>>>(
  present: { readonly [Field in keyof Wanted]-?: Value },
  wanted: Wanted,
): Change | undefined => {
  const [before, after]: [Record<string, Value>, Record<string, Value>] = [{}, {}];
  for (const field in wanted) {
    const value = wanted[field];
    if (value === undefined || value === present[field]) continue;
    before[field] = present[field];
    after[field] = value;
  }
  return Object.keys(after).length > 0 ? { before, after } : undefined;
};
