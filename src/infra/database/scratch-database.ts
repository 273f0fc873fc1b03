import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';

export interface DatabaseUrls {
  /** As the owner, who may create databases. */
  readonly owner: string;
  readonly application: string;
}

/** Runs `work` with the URLs of an empty database of its own, and drops it afterwards. */
export const withScratchDatabase = async <T>(
  urls: DatabaseUrls,
  work: (scratch: DatabaseUrls) => Promise<T>,
): Promise<T> => {
  const name = `hub_scratch_${randomBytes(6).toString('hex')}`;
  const owner = await new DataSource({
    type: 'postgres',
    url: urls.owner,
    poolSize: 1,
    installExtensions: false,
  }).initialize();
  try {
    await owner.query(`CREATE DATABASE ${name}`);
    return await work({ owner: inDatabase(urls.owner, name), application: inDatabase(urls.application, name) });
  } finally {
    await owner.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await owner.destroy();
  }
};

const inDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};
