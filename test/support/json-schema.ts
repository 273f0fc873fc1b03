/** The part of JSON Schema that the OpenAPI document of the hub uses. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
}

export type Schemas = Readonly<Record<string, Schema>>;

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasType: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
  object: isObject,
};

const resolve = (schema: Schema, schemas: Schemas): Schema => {
  const referred = schema.$ref === undefined ? undefined : schemas[schema.$ref.replace('#/components/schemas/', '')];
  return (schema.allOf ?? []).reduce<Schema>(
    (whole, part) => ({ ...resolve(part, schemas), ...whole }),
    referred ? resolve(referred, schemas) : schema,
  );
};

const valueFault = (value: unknown, { type = '', format = '', enum: choices }: Schema): string | undefined => {
  if (hasType[type]?.(value) === false) return `is no ${type}`;
  if (choices?.includes(value) === false) return `is none of ${choices.join(', ')}`;
  return typeof value === 'string' && FORMATS[format]?.test(value) === false ? `is no ${format}` : undefined;
};

/** What is wrong with the value; nothing that the schema does not name is allowed in it. */
export const violations = (value: unknown, given: Schema, schemas: Schemas, path = '$'): readonly string[] => {
  if (given.oneOf) return violationsOfOne(value, given.oneOf, schemas, path);
  const schema = resolve(given, schemas);
  if (value === null) return schema.nullable ? [] : [`${path} is null`];
  const fault = valueFault(value, schema);
  if (fault) return [`${path} ${fault}`];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => violations(item, schema.items ?? {}, schemas, `${path}[${index}]`));
  }
  return isObject(value) ? violationsOfObject(value, schema, schemas, path) : [];
};

/** What is wrong with the value as the one of these that it comes closest to. */
const violationsOfOne = (
  value: unknown,
  choices: readonly Schema[],
  schemas: Schemas,
  path: string,
): readonly string[] =>
  choices
    .map((choice) => violations(value, choice, schemas, path))
    .reduce((closest, found) => (found.length < closest.length ? found : closest));

const violationsOfObject = (
  value: Record<string, unknown>,
  { properties = {}, required = [], additionalProperties }: Schema,
  schemas: Schemas,
  path: string,
): readonly string[] => [
  ...required.filter((name) => !(name in value)).map((name) => `${path}.${name} is missing`),
  ...Object.entries(value).flatMap(([name, field]) => {
    const schema = properties[name] ?? additionalProperties;
    return schema ? violations(field, schema, schemas, `${path}.${name}`) : [`${path}.${name} is not documented`];
  }),
];
