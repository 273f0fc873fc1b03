import { allOrEach } from './all-or-each';

describe('allOrEach', () => {
  it('does all at once where nothing fails', async () => {
    const calls: (readonly string[])[] = [];
    expect(await allOrEach(['a', 'b'], async (ids) => void calls.push(ids))).toEqual([]);
    expect(calls).toEqual([['a', 'b']]);
  });

  it('does the others where one cannot be done, and names that one', async () => {
    const done: string[] = [];
    const failed = await allOrEach(['a', 'bad', 'c'], async (ids) => {
      if (ids.includes('bad')) throw new Error('poison');
      done.push(...ids);
    });
    expect(failed).toEqual(['bad']);
    expect(done).toEqual(['a', 'c']);
  });

  it('stops at once when the database is away', async () => {
    const calls: (readonly string[])[] = [];
    const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const run = allOrEach(['a', 'b'], async (ids) => {
      calls.push(ids);
      throw away;
    });
    await expect(run).rejects.toBe(away);
    expect(calls).toHaveLength(1);
  });
});
