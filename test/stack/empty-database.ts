import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { stackAddresses } from './addresses';
import { administer } from './database';

export interface EmptyDatabase {
  readonly db: Kysely<Database>;
  readonly url: string;
  drop(): Promise<void>;
}

/** On the server of the test run, with nothing in it. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const { VERIFA_TEST_POSTGRES_URL: server } = stackAddresses();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const db = connectDatabase({
    url: url.href,
    maxConnections: 2,
    onIdleError: () => undefined,
  });
  return {
    db,
    url: url.href,
    async drop() {
      await db.destroy();
      await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
