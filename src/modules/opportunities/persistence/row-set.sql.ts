/** PostgreSQL text holds neither NUL nor half a surrogate pair; sources do send them. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;
const MAY_HOLD_UNSTORABLE = /\\u(?:0000|d[89a-f])/;

/** Many rows as one JSON parameter: one statement for a whole batch instead of one for each row. */
export function rowsToJson(rows: readonly object[]): string {
  const json = JSON.stringify(rows);
  if (!MAY_HOLD_UNSTORABLE.test(json)) return json;
  return JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'string' ? value.replace(UNSTORABLE, '\uFFFD') : value,
  );
}

/** The same rows as a table inside a statement: `json_to_recordset($1::json) as given(id uuid, …)`. */
export const rowSet = (parameter: string, alias: string, columns: Readonly<Record<string, string>>): string =>
  `json_to_recordset(${parameter}::json) as ${alias}(${Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')})`;
