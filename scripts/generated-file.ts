import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a generated file of the project; with `--check` only compares, and fails where it is out of date.
 * @param command the one that writes it, named to whoever has to run it
 */
export const writeOrCheck = (name: string, content: string, command: string): void => {
  const file = path.join(__dirname, '..', name);
  const present = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (present === content) {
    process.stdout.write(`${name} is up to date.\n`);
  } else if (process.argv.includes('--check')) {
    process.stderr.write(
      `${name} is out of date: ${firstDifference(present, content)}. Run \`${command}\` and commit it.\n`,
    );
    process.exitCode = 1;
  } else {
    writeFileSync(file, content);
    process.stdout.write(`Wrote ${name}.\n`);
  }
};

const firstDifference = (present: string, wanted: string): string => {
  const [old, fresh] = [present.split('\n'), wanted.split('\n')];
  const line = fresh.findIndex((text, index) => text !== old[index]);
  return line === -1
    ? `it has ${old.length - fresh.length} lines too many`
    : `line ${line + 1} should be "${fresh[line]?.trim()}"`;
};
