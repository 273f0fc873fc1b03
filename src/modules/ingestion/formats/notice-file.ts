import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DomainError } from '../../../common/errors/domain-error';
import { decodeText } from '../../../common/text/text-decoder';
import type { ImportFormat } from '../domain/import-run';
import type { NoticeVocabulary } from '../domain/published-notice';
import type { ReadRow } from '../domain/read-row';
import { readSamCsv } from './sam-csv';
import { readSamJson } from './sam-json';

const readers = { 'sam-csv': readSamCsv, 'sam-json': readSamJson } as const;

/** A file of notices, known by its content: neither its name nor its extension matters. */
export class NoticeFile {
  private stream: ReadStream | undefined;

  private constructor(
    private readonly path: string,
    readonly name: string,
    readonly sha256: string,
    readonly format: ImportFormat,
    /** Size on disk in bytes, compressed where it is. */
    readonly totalBytes: number,
  ) {}

  /** @throws DomainError when there is no such file, or it is damaged */
  static async open(path: string): Promise<NoticeFile> {
    try {
      const { size } = await stat(path);
      return new NoticeFile(path, basename(path), await hashOf(path), await formatOf(path), size);
    } catch (error) {
      throw asDomainError(error);
    }
  }

  /** How much of the file has been read, in bytes of `totalBytes`. */
  get bytesRead(): number {
    return this.stream?.bytesRead ?? 0;
  }

  /** Its rows from the first one on. */
  async *rows(vocabulary: NoticeVocabulary): AsyncGenerator<ReadRow> {
    this.stream = createReadStream(this.path);
    try {
      yield* readers[this.format](decodeText(await unpacked(this.path, this.stream)), vocabulary);
    } catch (error) {
      throw asDomainError(error);
    } finally {
      this.stream.destroy();
    }
  }
}

const bytesOf = (stream: ReadStream): AsyncIterable<Buffer> => stream;

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of bytesOf(createReadStream(path))) hash.update(chunk);
  return hash.digest('hex');
};

const firstChunk = async (chunks: AsyncIterable<Buffer>): Promise<Buffer> => {
  for await (const chunk of chunks) return chunk;
  return Buffer.alloc(0);
};

const isGzip = async (path: string): Promise<boolean> => {
  const [first, second] = await firstChunk(createReadStream(path, { end: 1 }));
  return first === 0x1f && second === 0x8b;
};

const unpacked = async (path: string, stream: ReadStream): Promise<AsyncIterable<Buffer>> => {
  if (!(await isGzip(path))) return stream;
  const gunzip = createGunzip();
  pipeline(stream, gunzip, () => undefined);
  return gunzip;
};

const formatOf = async (path: string): Promise<ImportFormat> => {
  const stream = createReadStream(path);
  try {
    const start = await firstChunk(await unpacked(path, stream));
    return /^[\uFEFF\s]*[[{]/.test(start.toString('utf8', 0, 1_000)) ? 'sam-json' : 'sam-csv';
  } finally {
    stream.destroy();
  }
};

const asDomainError = (error: unknown): unknown => {
  if (typeof error !== 'object' || error === null || !('code' in error) || error instanceof DomainError) return error;
  const code = String(error.code);
  if (/^(ENOENT|EISDIR|EACCES|ENOTDIR)$/.test(code)) {
    return new DomainError('not-found', 'file-unreadable', 'There is no readable file of this name.');
  }
  if (code.startsWith('Z_'))
    return new DomainError('malformed', 'file-damaged', 'The gzip file is damaged or incomplete.');
  return error;
};
