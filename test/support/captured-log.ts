import { Writable } from 'node:stream';
import { createPino, JsonLogger } from '../../src/infra/logging';

/** Everything that the hubs of this test file have logged, at every level. Errors are shown as well. */
export class CapturedLog extends Writable {
  readonly lines: string[] = [];

  override _write(chunk: Buffer, _encoding: unknown, done: () => void): void {
    const line = chunk.toString();
    this.lines.push(line);
    if (/"level":"(error|fatal)"/.test(line)) process.stderr.write(line);
    done();
  }

  /** Lines of one logger, parsed. */
  of(logger: string): readonly Record<string, unknown>[] {
    const parsed: Record<string, unknown>[] = this.lines.map((line) => JSON.parse(line));
    return parsed.filter((line) => line['logger'] === logger);
  }
}

export const capturedLog = new CapturedLog();
export const capturingLogger = new JsonLogger(createPino('trace', capturedLog));
