import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { stackAddresses, type StackAddresses } from './addresses';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A fresh database with the whole schema, for one test file: a copy of the migrated template. */
export async function createTestDatabase(
  server: Pick<
    StackAddresses,
    'VERIFA_TEST_POSTGRES_URL' | 'VERIFA_TEST_TEMPLATE'
  > = stackAddresses(),
): Promise<TestDatabase> {
  const { VERIFA_TEST_POSTGRES_URL: url, VERIFA_TEST_TEMPLATE: template } = server;
  const name = `test_${randomBytes(6).toString('hex')}`;
  // Files are copied as they are; through the log, Postgres's default, each page is written twice.
  await administer(url, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    url: own.href,
    drop: () => administer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** One copy of the template at a time: Postgres refuses to copy a database that is in use. */
const templateLock = 7_263_411;

export async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    await client.query(statement);
  } finally {
    await client.end();
  }
}
