import { contentHash } from './content-hash';
import type { Notice } from './notice';
import { procurementKey } from './procurement-key';

/** A notice on its way in, with what it is recognised by. */
export interface IncomingNotice {
  readonly notice: Notice;
  /** The same for every revision of one publication. */
  readonly publication: string;
  readonly procurement: string;
  readonly hash: string;
}

export const publicationOf = ({ source, sourceNoticeId }: Pick<Notice, 'source' | 'sourceNoticeId'>): string =>
  `${source}#${sourceNoticeId}`;

export const toIncoming = (notice: Notice): IncomingNotice => ({
  notice,
  publication: publicationOf(notice),
  procurement: procurementKey(notice),
  hash: contentHash(notice),
});

/** Splits a batch so that no round holds a publication twice: its second occurrence is judged against the first. */
export function roundsOf(incoming: readonly IncomingNotice[]): readonly (readonly IncomingNotice[])[] {
  const rounds: IncomingNotice[][] = [];
  const seen = new Map<string, number>();
  for (const entry of incoming) {
    const round = seen.get(entry.publication) ?? 0;
    seen.set(entry.publication, round + 1);
    (rounds[round] ??= []).push(entry);
  }
  return rounds;
}
