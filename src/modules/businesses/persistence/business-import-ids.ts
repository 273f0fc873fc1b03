import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';

const RANDOM_BYTES = 16;

/** Gives ids to many entries, in their order. Drawing random bytes for each of them would cost more than all the rest. */
export const idsFor = (count: number): (() => string) => {
  const random = randomBytes((count + 1) * RANDOM_BYTES);
  const first = random.readUInt32BE(count * RANDOM_BYTES);
  let given = 0;
  return () => {
    const from = given * RANDOM_BYTES;
    const id = uuid({ random: random.subarray(from, from + RANDOM_BYTES), seq: (first + given) >>> 0 });
    given += 1;
    return id;
  };
};
