import { createServer } from 'node:net';
import { HOST, type PortName, type Ports } from './services';

/** The port when nobody listens on it (0: any free one), else undefined. */
async function probe(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ host: HOST, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

/** Remembered ports where they are free, else new ones. Another process may still be faster: the caller tries again. */
export async function choosePorts(names: readonly PortName[], remembered: Ports): Promise<Ports> {
  const ports: Ports = {};
  for (const name of names) {
    const wanted = remembered[name];
    const port = (wanted ? await probe(wanted) : undefined) ?? (await probe(0));
    if (port === undefined) {
      throw new Error(`No free port on ${HOST}`);
    }
    ports[name] = port;
  }
  return ports;
}
