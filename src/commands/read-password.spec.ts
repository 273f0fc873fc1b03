import { PassThrough } from 'node:stream';
import { readPassword } from './read-password';

class Terminal extends PassThrough {
  readonly isTTY = true;
  isRaw = false;

  setRawMode(isRaw: boolean): this {
    this.isRaw = isRaw;
    return this;
  }
}

const CONTROL_C = '\u0003';
const CONTROL_D = '\u0004';
const BACKSPACE = '\u007f';

describe('readPassword', () => {
  const readFrom = (input: PassThrough, text: string): { password: Promise<string>; shown: () => string } => {
    const screen = new PassThrough();
    const password = readPassword(input, screen);
    input.end(text);
    return { password, shown: () => String(screen.read() ?? '') };
  };

  it.each([
    ['correct horse\n', 'correct horse'],
    ['correct horse\r\nsecond line\n', 'correct horse'],
    ['  blanks count  \n', '  blanks count  '],
    ['no end of line, né', 'no end of line, né'],
    ['\n', ''],
  ])('takes the first line of a pipe: %j', async (text, expected) => {
    const { password, shown } = readFrom(new PassThrough(), text);
    expect(await password).toBe(expected);
    expect(shown()).toBe('');
  });

  it('asks twice at a terminal, and shows nothing of what is typed', async () => {
    const terminal = new Terminal();
    const { password, shown } = readFrom(terminal, `correct horsex${BACKSPACE}\rcorrect horse\r`);
    expect(await password).toBe('correct horse');
    expect(shown()).toBe('Password (not shown): \nThe same again: \n');
    expect(terminal.isRaw).toBe(false);
  });

  it('refuses two different passwords, and tells neither', async () => {
    const { password, shown } = readFrom(new Terminal(), 'correct horse\rcorrect hose\r');
    await expect(password).rejects.toThrow('The two passwords differ.');
    expect(shown()).not.toMatch(/hor?se/);
  });

  it.each([
    ['an empty pipe', new PassThrough(), ''],
    ['Control-C', new Terminal(), `corr${CONTROL_C}`],
    ['Control-D', new Terminal(), CONTROL_D],
    ['Control-C the second time', new Terminal(), `correct horse\r${CONTROL_C}`],
  ])('ends with %s', async (_, input, text) => {
    await expect(readFrom(input, text).password).rejects.toThrow('No password was given.');
  });
});
