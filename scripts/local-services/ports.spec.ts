import { once } from 'node:events';
import { createServer } from 'node:net';
import { choosePorts } from './ports';

describe('choosePorts', () => {
  it('takes a remembered port again unless somebody else has it', async () => {
    const { redis: free } = await choosePorts(['redis'], {});
    expect(await choosePorts(['redis'], { redis: free })).toEqual({ redis: free });

    const other = createServer().listen(free, '127.0.0.1');
    await once(other, 'listening');
    const { redis: replacement } = await choosePorts(['redis'], { redis: free });
    expect(replacement).not.toBe(free);
    other.close();
  });
});
