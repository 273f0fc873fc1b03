import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Redis } from 'ioredis';
import { createTransport } from 'nodemailer';
import { Client } from 'pg';
import { outputOf } from '../../scripts/local-services/commands';

export type Environment = Record<string, string>;

const get = (environment: Environment, name: string): string => environment[name] ?? `${name} is missing`;

export async function query(environment: Environment, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: get(environment, 'DATABASE_MIGRATION_URL') });
  await client.connect();
  try {
    const { rows }: { rows: unknown[] } = await client.query(text);
    return rows;
  } finally {
    await client.end();
  }
}

export async function redis(environment: Environment, command: string, ...rest: string[]): Promise<unknown> {
  const client = new Redis(get(environment, 'REDIS_URL'), { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await client.call(command, ...rest);
  } finally {
    client.disconnect();
  }
}

export async function storeAndReadBack(environment: Environment, text: string): Promise<string | undefined> {
  const client = new S3Client({
    endpoint: get(environment, 'S3_ENDPOINT'),
    region: get(environment, 'S3_REGION'),
    forcePathStyle: environment.S3_FORCE_PATH_STYLE === 'true',
    credentials: {
      accessKeyId: get(environment, 'S3_ACCESS_KEY_ID'),
      secretAccessKey: get(environment, 'S3_SECRET_ACCESS_KEY'),
    },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const place = { Bucket: get(environment, 'S3_BUCKET'), Key: 'notes/one.txt' };
  try {
    await client.send(new PutObjectCommand({ ...place, Body: text }));
    return await (await client.send(new GetObjectCommand(place))).Body?.transformToString();
  } finally {
    client.destroy();
  }
}

export async function mailAndReadPage(environment: Environment, subject: string): Promise<string> {
  const transport = createTransport(get(environment, 'SMTP_URL'));
  await transport.sendMail({ from: 'hub@example.test', to: 'owner@example.test', subject, text: 'Hello' });
  transport.close();
  let page = '';
  await eventually(async () => {
    page = await (await fetch(`${get(environment, 'MAIL_CATCHER_URL')}/email`)).text();
    return page.includes(subject);
  });
  return page;
}

async function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const outcome = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return outcome;
}

/** Asks again for at most 10 s: how soon another process ends is not ours to know. */
export async function eventually(isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await isTrue())) {
    if (Date.now() > end) {
      throw new Error('did not become true within 10 s');
    }
    await pause(20);
  }
}

export async function isGone(directory: string, environment: Environment): Promise<boolean> {
  const urls = Object.values(environment).filter((value) => value.includes('://'));
  const open = await Promise.all(urls.map(answers));
  const processes = await outputOf('ps', ['axww', '-o', 'command=']);
  return !open.includes(true) && !processes.includes(directory);
}
