import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import Redis, { type RedisOptions } from 'ioredis';

/** How long a socket may take to close; ioredis waits that long even for one that is closed already. */
const FAREWELL_MS = 250;

/**
 * All Redis connections of the queues. Bull opens some of them only while it closes and then forgets them, which would keep
 * a finished process alive; here none is forgotten.
 */
@Injectable()
export class QueueConnections implements OnApplicationShutdown {
  private readonly open: Redis[] = [];
  private ended = false;

  connect(url: string, options: RedisOptions, onError: (error: Error) => void): Redis {
    const client = new Redis(url, { ...options, lazyConnect: this.ended, disconnectTimeout: FAREWELL_MS });
    client.on('error', onError);
    this.open.push(client);
    return client;
  }

  onApplicationShutdown(): void {
    this.ended = true;
    for (const client of this.open) client.disconnect();
  }
}
