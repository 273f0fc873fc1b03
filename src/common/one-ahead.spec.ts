import { oneAhead } from './one-ahead';

describe('reading one ahead', () => {
  it('gives every item in its order, and asks for the next one before the present one is worked on', async () => {
    let asked = 0;
    const counting = async function* (): AsyncGenerator<number> {
      for (; asked < 4;) yield await Promise.resolve((asked += 1));
    };
    const seen: (readonly [number, number])[] = [];
    for await (const item of oneAhead(counting())) {
      await new Promise(setImmediate);
      seen.push([item, asked]);
    }
    expect(seen).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 4],
    ]);
  });

  it('fails where reading fails, after what came before', async () => {
    const failing = async function* (): AsyncGenerator<number> {
      yield await Promise.resolve(1);
      throw new Error('broken off');
    };
    const seen: number[] = [];
    const read = async (): Promise<void> => {
      for await (const item of oneAhead(failing())) seen.push(item);
    };
    await expect(read()).rejects.toThrow('broken off');
    expect(seen).toEqual([1]);
  });

  it('ends the reading when nobody wants more', async () => {
    let ended = false;
    const endless = async function* (): AsyncGenerator<number> {
      try {
        for (;;) yield await Promise.resolve(1);
      } finally {
        ended = true;
      }
    };
    for await (const item of oneAhead(endless())) if (item === 1) break;
    expect(ended).toBe(true);
  });
});
