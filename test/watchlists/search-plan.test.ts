import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { loadWatchlist } from '../../activities/watchlists/load-watchlist';
import { candidates } from '../../activities/watchlists/search-watchlists';
import { askedNames } from '../../shared/domain/watchlists/name-keys';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { asSdnFile, madeUpList } from '../tools/accuracy/watchlist/made-up-list';
import { createTestDatabase, type TestDatabase } from '../stack/database';

let database: TestDatabase;
let db: Kysely<Database>;
beforeAll(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 2 });
  const file = asSdnFile(madeUpList('tuning', { size: 500, seed: 1 }));
  await loadWatchlist({ db, clock: () => new Date() }, 'ofac_sdn', file);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const plans = z.array(z.object({ 'QUERY PLAN': z.string() }));

test.each([
  ['over all lists', null],
  ['over some lists', ['ofac_sdn', 'eu'] as const],
])('a search %s can be answered by the index of keys', async (_name, lists) => {
  const { names, query } = askedNames(['SERGEY OLEG BARANOV']);
  const finding = query ?? '';
  // Of some hundred names Postgres would rather read all.
  const plan = await db.transaction().execute(async (trx) => {
    await sql`SET LOCAL enable_seqscan = off`.execute(trx);
    return sql`EXPLAIN ${candidates({ names, finding, lists })}`.execute(trx);
  });
  const text = plans
    .parse(plan.rows)
    .map((row) => row['QUERY PLAN'])
    .join('\n');
  expect(text).toContain('Index Scan on watchlist_names_by_key');
});
