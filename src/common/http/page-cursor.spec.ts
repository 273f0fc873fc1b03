import { decodeCursor, encodeCursor } from './page-cursor';
import { PageQuery, toPage } from './paging';

describe('the cursor of a list', () => {
  it('leads through the whole list, and ends with it', () => {
    const all = Array.from({ length: 45 }, (_, index) => index);
    const seen: number[] = [];
    let cursor: string | null | undefined;
    do {
      const query = Object.assign(new PageQuery(), cursor ? { cursor } : {});
      query.resumeAtCursor();
      const page = toPage([all.slice(query.offset, query.offset + query.limit), all.length], query, String);
      seen.push(...page.items.map(Number));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(all);
  });

  it.each(['', 'x', 'after:5', encodeCursor(1) + encodeCursor(2), Buffer.from('after:-1').toString('base64url')])(
    'is not %j',
    (text) => expect(decodeCursor(text)).toBeUndefined(),
  );
});
