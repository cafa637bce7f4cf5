import type { Kysely } from 'kysely';
import { loadWatchlist } from '../../activities/watchlists/load-watchlist';
import { searchWatchlists } from '../../activities/watchlists/search-watchlists';
import { chooseLists } from '../../services/local/watchlist/made-up-list';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { loadedWatchlists } from '../../shared/watchlists/loaded-watchlists';
import { warnWithoutLists } from '../../shared/watchlists/warn-without-lists';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { fixture } from './fixture';

let database: TestDatabase;
let db: Kysely<Database>;
beforeEach(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 2 });
  await db.deleteFrom('watchlists').execute();
});
afterEach(async () => {
  await db.destroy();
  await database.drop();
});

const loaded = async () =>
  (await db.selectFrom('watchlists').select('source').orderBy('source').execute()).map(
    ({ source }) => source,
  );
const found = async (name: string) => {
  const query = { names: [name], dateOfBirth: null, threshold: 0.6, lists: null };
  return (await searchWatchlists(db, query)).hits.length;
};

it('a local stack without lists screens against a made-up one, at each of its starts', async () => {
  for (let start = 0; start < 2; start += 1) {
    expect(await chooseLists(db, false)).toBe('made up');
    expect(await loaded()).toEqual(['un']);
  }
  expect(await found('QUENZA VIRELLOTH')).toBe(1);
  expect(await found('LISELOTTE ANNA VOORBEELD')).toBe(0);
});

it('a local stack that was upgraded loads the made-up list by the keys of today', async () => {
  await chooseLists(db, false);
  await db.updateTable('watchlists').set({ keys_version: '' }).execute();
  expect(await chooseLists(db, false)).toBe('made up');
  expect((await loadedWatchlists(db)).outdated).toEqual([]);
  expect(await found('QUENZA VIRELLOTH')).toBe(1);
});

it('the made-up one goes when there are others, or their sources are named', async () => {
  await chooseLists(db, false);
  await loadWatchlist({ db, clock: () => new Date() }, 'eu', await fixture('eu'));
  expect(await chooseLists(db, false)).toBe('own');
  expect(await loaded()).toEqual(['eu']);
  await db.deleteFrom('watchlists').execute();
  await chooseLists(db, false);
  expect(await chooseLists(db, true)).toBe('own');
  expect(await loaded()).toEqual([]);
});

it('a process that starts without lists says so, and one with them says nothing', async () => {
  const warnings: string[] = [];
  const warn = (message: string): number => warnings.push(message);
  await warnWithoutLists(db, warn);
  expect(warnings).toEqual([expect.stringContaining('no_lists_loaded')]);
  await chooseLists(db, false);
  await warnWithoutLists(db, warn);
  expect(warnings).toHaveLength(1);
});

it('a process that starts with a list of earlier keys names it, though another one is there', async () => {
  await loadWatchlist({ db, clock: () => new Date() }, 'eu', await fixture('eu'));
  await db.updateTable('watchlists').set({ keys_version: '' }).execute();
  await chooseLists(db, false);
  const warnings: string[] = [];
  await warnWithoutLists(db, (message) => warnings.push(message));
  expect(warnings).toEqual([expect.stringContaining('watchlists:load -- eu FILE')]);
});
