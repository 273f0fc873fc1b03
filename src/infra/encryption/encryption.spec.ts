import { EncryptionConfig } from '../../config';
import { KeyRing } from './key-ring';
import { seal, unseal } from './sealed-box';

const ringOf = (...keys: string[]): KeyRing => new KeyRing(Object.assign(new EncryptionConfig(), { keys }));
const [OLD, NEW] = ['o'.repeat(40), 'n'.repeat(40)];

describe('the key ring', () => {
  it('has another key for each purpose, and the same one in every process', () => {
    const key = ringOf(NEW).current('second-factor');
    expect(ringOf(NEW).current('second-factor')).toEqual(key);
    expect(key.bytes).toHaveLength(32);
    expect(ringOf(NEW).current('audit-chain').bytes.equals(key.bytes)).toBe(false);
  });

  it('writes with the first key and still finds the older ones, until they are taken out', () => {
    const old = ringOf(OLD).current('mailed-links');
    expect(ringOf(NEW, OLD).current('mailed-links').id).not.toBe(old.id);
    expect(ringOf(NEW, OLD).find('mailed-links', old.id)).toEqual(old);
    expect(ringOf(NEW).find('mailed-links', old.id)).toBeUndefined();
  });
});

describe('a sealed text', () => {
  const key = ringOf(NEW).current('second-factor').bytes;

  it('opens with its key and its context', () => {
    const box = seal(key, 'GEZDGNBV 🔑', 'user-1');
    expect(unseal(key, box, 'user-1')).toBe('GEZDGNBV 🔑');
    expect(box.includes('GEZDGNBV')).toBe(false);
    expect(seal(key, 'GEZDGNBV 🔑', 'user-1').equals(box)).toBe(false);
  });

  it.each([
    ['another key', (box: Buffer) => unseal(ringOf(OLD).current('second-factor').bytes, box, 'user-1')],
    ['another row', (box: Buffer) => unseal(key, box, 'user-2')],
    [
      'a changed bit',
      (box: Buffer) => unseal(key, Buffer.from(box.map((byte, at) => (at === 14 ? byte ^ 1 : byte))), 'user-1'),
    ],
    ['a cut end', (box: Buffer) => unseal(key, box.subarray(0, -1), 'user-1')],
    ['nothing', () => unseal(key, Buffer.alloc(0), 'user-1')],
  ])('does not open with %s', (_, open) => {
    expect(() => open(seal(key, 'text', 'user-1'))).toThrow();
  });
});
