import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configClasses, MigrationConfig, variablesOf } from '../src/config';
import type { ConfigClass } from '../src/config/variable.decorator';
import { writeOrCheck } from './generated-file';

const directory = path.join(__dirname, '..', 'src', 'config');

const HEADER = `# Every variable that the hub reads, with its default. Written by \`npm run env-example\`; do not edit by hand.
# The hub reads its environment, not this file: copy it to .env, fill it in, and load it with: set -a; . ./.env; set +a
# What is commented out shows the default. What is empty has none and must be given, unless it says "optional".`;

type Variable = ReturnType<typeof variablesOf>[number];

/** The comment above each configuration class says what the class is for. */
const purposes = new Map(
  readdirSync(directory)
    .filter((name) => name.endsWith('.config.ts'))
    .flatMap((name) => [
      ...readFileSync(path.join(directory, name), 'utf8').matchAll(/\/\*\* (.+) \*\/\nexport class (\w+)/g),
    ])
    .map(([, purpose = '', name = '']) => [name, purpose]),
);

const purposeOf = ({ name }: ConfigClass): string => {
  const purpose = purposes.get(name);
  if (purpose === undefined) throw new Error(`${name} needs a comment of one line that says what it is for.`);
  return purpose;
};

const remarkOf = ({ optional, secret, default: value, developmentDefault }: Variable): string => {
  if (optional || value === '') return ' (optional)';
  if (developmentDefault === undefined) return '';
  if (value !== undefined) return ` (outside production ${developmentDefault})`;
  return secret ? ' (outside production a built-in value)' : ' (this default outside production only)';
};

const describe = (variable: Variable): string => {
  const value = variable.secret ? '' : (variable.default ?? variable.developmentDefault ?? '');
  return `# ${variable.about}${remarkOf(variable)}\n${value === '' ? '' : '#'}${variable.name}=${value}`;
};

const sections = [...configClasses, MigrationConfig].map((configClass) =>
  [`# ---- ${purposeOf(configClass)}`, ...variablesOf(configClass).map(describe)].join('\n\n'),
);

writeOrCheck('.env.example', `${[HEADER, ...sections].join('\n\n')}\n`, 'npm run env-example');
