import type { EntityMetadata } from 'typeorm';

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The parameter holds all rows as one JSON array; the table itself says which types its columns have. */
const wanted = (table: string): string => `json_populate_recordset(NULL::${table}, $1::json)`;

export function upsertAllSql({ tableName, columns, primaryColumns }: EntityMetadata): string {
  const names = columns.map(({ databaseName }) => quote(databaseName));
  const key = primaryColumns.map(({ databaseName }) => quote(databaseName));
  const others = names.filter((name) => !key.includes(name));
  return [
    `INSERT INTO ${quote(tableName)} (${names.join(', ')})`,
    `SELECT ${names.join(', ')} FROM ${wanted(quote(tableName))}`,
    `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${others.map((name) => `${name} = EXCLUDED.${name}`).join(', ')}`,
  ].join(' ');
}

export function deleteMissingSql({ tableName, primaryColumns }: EntityMetadata): string {
  const sameKey = primaryColumns
    .map(({ databaseName }) => `wanted.${quote(databaseName)} = held.${quote(databaseName)}`)
    .join(' AND ');
  return [
    `DELETE FROM ${quote(tableName)} AS held`,
    `WHERE NOT EXISTS (SELECT FROM ${wanted(quote(tableName))} AS wanted WHERE ${sameKey})`,
  ].join(' ');
}
