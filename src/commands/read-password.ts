import { createInterface } from 'node:readline';
import { type Readable, Writable } from 'node:stream';

/** Takes what readline would show of the typed line. */
const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * A password from the first line of the input: never from the command line itself, where other users of the machine could
 * read it. At a terminal it is asked for twice and not shown.
 * @throws Error when there is no line, or when the second one differs
 */
export const readPassword = async (input: Readable & { isTTY?: boolean }, screen: Writable): Promise<string> => {
  const terminal = input.isTTY === true;
  const lines = createInterface({ input, terminal, output: terminal ? nowhere() : undefined, historySize: 0 });
  lines.once('SIGINT', () => lines.close());
  const typed = lines[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string> => {
    if (terminal) screen.write(question);
    const line: IteratorResult<string, undefined> = await typed.next();
    if (terminal) screen.write('\n');
    if (line.done) throw new Error('No password was given.');
    return line.value;
  };
  try {
    const password = await ask('Password (not shown): ');
    if (terminal && (await ask('The same again: ')) !== password) throw new Error('The two passwords differ.');
    return password;
  } finally {
    lines.close();
  }
};
