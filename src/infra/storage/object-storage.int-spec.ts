import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { testEnvironment } from '../../../test/support/environment';
import { loadConfiguration, StorageConfig } from '../../config';
import { ObjectStorage } from './object-storage.service';

const openStorage = (environment: Record<string, string> = {}): ObjectStorage =>
  new ObjectStorage(loadConfiguration([StorageConfig], { ...testEnvironment, ...environment }).get(StorageConfig));

describe('the store of documents', () => {
  it('gives back exactly the bytes it got, until they are deleted', async () => {
    const storage = openStorage();
    const key = randomUUID();
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
    await storage.put(key, bytes, 'application/pdf');
    expect(Buffer.compare(await storage.get(key), bytes)).toBe(0);
    await storage.delete(key);
    await expect(storage.get(key)).rejects.toThrow();
    await storage.probe();
    storage.onApplicationShutdown();
  });

  describe('that accepts connections and never answers', () => {
    let server: Server;
    let endpoint: string;

    beforeAll(async () => {
      server = createServer(() => undefined);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    });

    afterAll(() => server.close());

    it('is given up within seconds', async () => {
      const storage = openStorage({ S3_ENDPOINT: endpoint });
      await expect(storage.probe()).rejects.toThrow();
      storage.onApplicationShutdown();
    });
  });
});
