import { Redis } from 'ioredis';
import { capturedLog } from './captured-log';
import { secretsIn } from './secrets';

type Query = (sql: string) => Promise<Record<string, unknown>[]>;

/** Tables whose rows repeat what came from outside, and must not repeat secrets. */
const TABLES = ['audit_events', 'outgoing_mails', 'businesses', 'idempotency_keys'];

/**
 * Fails when a password, token, link or tax number that the test file has used stands in the log, in a value that the hub
 * keeps in Redis, or in the rows of audit log, outgoing mails, businesses and remembered answers. Called when a hub of the tests closes, so that the
 * whole suite looks for leaks.
 */
export const refuseLeaks = async (query: Query, redisPrefix: string): Promise<void> => {
  const places: [string, string][] = [
    ['log', capturedLog.lines.join('')],
    ['Redis', await redisText(redisPrefix)],
  ];
  for (const table of TABLES) places.push([`table ${table}`, await textOf(query, table)]);
  for (const [place, text] of places) {
    const found = secretsIn(text);
    if (found.length > 0) throw new Error(`A secret stands in the ${place}: ${found.join(', ')}`);
  }
};

const textOf = async (query: Query, table: string): Promise<string> => {
  const rows = await query(`SELECT row_to_json(t)::text AS text FROM ${table} t`);
  return rows.map(({ text }) => String(text)).join('\n');
};

const redisText = async (prefix: string): Promise<string> => {
  const client = new Redis(process.env['REDIS_URL'] ?? '', { lazyConnect: true, maxRetriesPerRequest: 1 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const texts: string[] = [];
    for await (const keys of client.scanStream({ match: `*${prefix}*`, count: 1_000 })) {
      for (const key of keys) texts.push(String(key), await valueOf(client, String(key)));
    }
    return texts.join('\n');
  } finally {
    client.disconnect();
  }
};

const valueOf = async (client: Redis, key: string): Promise<string> => {
  switch (await client.type(key)) {
    case 'string':
      return (await client.get(key)) ?? '';
    case 'hash':
      return JSON.stringify(await client.hgetall(key));
    case 'list':
      return (await client.lrange(key, 0, -1)).join('\n');
    case 'set':
      return (await client.smembers(key)).join('\n');
    case 'zset':
      return (await client.zrange(key, '0', '-1')).join('\n');
    case 'stream':
      return JSON.stringify(await client.xrange(key, '-', '+'));
    default:
      return '';
  }
};
