import { validateSync } from 'class-validator';
import { type ConfigClass, type Variable, variablesOf } from './variable.decorator';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything that is wrong with the environment, at once; values of variables are never repeated in it. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

/** One validated object per class, by class. */
export class Configuration {
  constructor(private readonly values: ReadonlyMap<ConfigClass, object>) {}

  get<T extends object>(configClass: ConfigClass<T>): T {
    const value = this.values.get(configClass);
    if (value instanceof configClass) return value;
    throw new Error(`Configuration class ${configClass.name} is not registered.`);
  }
}

/** Reads and validates all classes. @throws ConfigurationError naming every problem of every class. */
export const loadConfiguration = (classes: readonly ConfigClass[], environment: Environment): Configuration => {
  const isProduction = environment['NODE_ENV']?.trim() === 'production';
  const problems: string[] = [];
  const values = new Map<ConfigClass, object>();
  for (const configClass of classes) {
    const { instance, found } = loadOne(configClass, environment, isProduction);
    values.set(configClass, instance);
    problems.push(...found);
  }
  problems.push(...sharedSecrets(classes, environment, isProduction));
  if (problems.length > 0) throw new ConfigurationError(problems);
  return new Configuration(values);
};

const loadOne = (
  configClass: ConfigClass,
  environment: Environment,
  isProduction: boolean,
): { instance: object; found: readonly string[] } => {
  const instance = new configClass();
  const variables = variablesOf(configClass);
  const missing: string[] = [];
  for (const variable of variables) {
    const text = textOf(variable, environment, isProduction);
    if (text === undefined) {
      if (!variable.optional) missing.push(`${variable.name} is missing: ${variable.about}`);
      continue;
    }
    Object.defineProperty(instance, variable.property, {
      value: convert(text, Reflect.getMetadata('design:type', instance, variable.property)),
      enumerable: true,
    });
  }
  const absent = new Set(missing.map((problem) => problem.split(' ', 1)[0]));
  const groups = isProduction ? ['production'] : ['elsewhere'];
  const invalid = validateSync(instance, { groups, always: true }).flatMap((error) => {
    const name = variables.find(({ property }) => property === error.property)?.name ?? error.property;
    return absent.has(name) ? [] : Object.values(error.constraints ?? {}).map((text) => `${name}: ${text}`);
  });
  return { instance, found: [...missing, ...invalid] };
};

const textOf = (variable: Variable, environment: Environment, isProduction: boolean): string | undefined => {
  const given = environment[variable.name]?.trim();
  if (given) return given;
  return isProduction ? variable.default : (variable.developmentDefault ?? variable.default);
};

/** Names variables that hold the same secret as another one. */
const sharedSecrets = (
  classes: readonly ConfigClass[],
  environment: Environment,
  isProduction: boolean,
): readonly string[] => {
  const holders = new Map<string, string>();
  const problems: string[] = [];
  for (const variable of classes.flatMap(variablesOf).filter(({ unique }) => unique)) {
    for (const secret of listOf(textOf(variable, environment, isProduction) ?? '')) {
      const holder = holders.get(secret);
      if (holder !== undefined) problems.push(`${variable.name} and ${holder} must differ from each other`);
      holders.set(secret, variable.name);
    }
  }
  return problems;
};

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The type that the field declares decides: number, boolean (`true`/`false`), instant, comma-separated list, text. */
const convert = (text: string, type: unknown): unknown => {
  if (type === Number) return Number(text);
  if (type === Boolean) return text === 'true' ? true : text === 'false' ? false : text;
  if (type === Date) return new Date(text);
  if (type === Array) return listOf(text);
  return text;
};
