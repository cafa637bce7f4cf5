import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { loadWatchlist } from '../../activities/watchlists/load-watchlist';
import { candidates } from '../../activities/watchlists/search-watchlists';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { asSdnFile, madeUpList } from '../accuracy/watchlist/made-up-list';
import { createTestDatabase, type TestDatabase } from '../stack/database';

let database: TestDatabase;
let db: Kysely<Database>;
beforeAll(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 2 });
  const file = asSdnFile(madeUpList(3_000, 1));
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
])('a search %s reads names by their trigrams, never all of them', async (_name, lists) => {
  const names = ['SERGEY OLEG BARANOV', 'SERGEY BARANOV'];
  const plan = await sql`EXPLAIN ${candidates({ names, lists })}`.execute(db);
  const lines = plans.parse(plan.rows).map((row) => row['QUERY PLAN']);
  const text = lines.join('\n');
  expect(text.match(/Index Scan on watchlist_names_by_trigram/g)).toHaveLength(names.length);
  expect(text).not.toContain('Seq Scan on watchlist_names');
});
