import { createSecretKey } from 'node:crypto';
import { createServer } from 'node:http';
import { verify } from 'jsonwebtoken';
import { Pool } from 'pg';
import { SIGNED_IN_SQL } from '../../src/modules/auth/persistence/sessions.repository';
import { PROFILES_SQL } from '../../src/modules/businesses/persistence/profile.sql';

/**
 * The least that can answer a profile to somebody who is signed in: Node's own server and `pg`, the same token, the same two
 * statements. Everything that the hub adds (limits, headers, logs, views, validation) is what the benchmark weighs.
 */
const { DATABASE_URL: connectionString, JWT_ACCESS_SECRET: secret = '', HUB_NOW: now = '' } = process.env;
const key = createSecretKey(Buffer.from(secret));
const pool = new Pool({ connectionString, max: 20 });

const answerOf = async (authorization: string, id: string): Promise<string | undefined> => {
  const claims = verify(authorization.slice('Bearer '.length), key, {
    algorithms: ['HS256'],
    ignoreExpiration: true,
  });
  if (typeof claims === 'string') return undefined;
  const { rows: people } = await pool.query(SIGNED_IN_SQL, [claims['sid'], claims.sub, new Date(now)]);
  if (people.length === 0) return undefined;
  const { rows } = await pool.query(PROFILES_SQL, [[id]]);
  return JSON.stringify(rows[0]);
};

const server = createServer((request, response) => {
  answerOf(request.headers.authorization ?? '', request.url?.split('/').at(-1) ?? '').then(
    (text) => {
      response.writeHead(text === undefined ? 401 : 200, { 'Content-Type': 'application/json; charset=utf-8' });
      response.end(text);
    },
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      response.writeHead(500).end();
    },
  );
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') process.stdout.write(`http://127.0.0.1:${address?.port}\n`);
});
