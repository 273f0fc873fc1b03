import { createHash } from 'node:crypto';

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function hexDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A number below 2^32 that depends on nothing but the text. */
export function hashNumber(text: string): number {
  return Number.parseInt(hexDigest(text).slice(0, 8), 16);
}

/** The element at an index that wraps round. */
export function cycle<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('cannot cycle through an empty list');
  return item;
}
