import { readFile } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { loadWatchlist } from '../../activities/watchlists/load-watchlist';
import { hashOf } from '../../activities/watchlists/watchlist-file';
import { searchWatchlists } from '../../activities/watchlists/search-watchlists';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { watchlistSources } from '../../shared/domain/watchlists/watchlist-source';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { fixture, fixturePath } from './fixture';

let database: TestDatabase;
let db: Kysely<Database>;
const clock = (): Date => new Date('2026-11-23T10:00:00Z');
beforeEach(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 4 });
  await db.deleteFrom('watchlists').execute();
});
afterEach(async () => {
  await db.destroy();
  await database.drop();
});

const found = async (name: string): Promise<readonly string[]> => {
  const query = { names: [name], dateOfBirth: null, threshold: 0.6, lists: null };
  return (await searchWatchlists(db, query)).hits.map(({ entryId }) => entryId);
};
const versions = () => db.selectFrom('watchlists').selectAll().orderBy('source').execute();

test('each of the four lists is loaded whole, and says which version it is', async () => {
  for (const source of watchlistSources) {
    const loaded = await loadWatchlist({ db, clock }, source, await fixture(source));
    expect(loaded.result).toBe('loaded');
  }
  expect((await versions()).map((row) => [row.source, row.published_on, row.entries])).toEqual([
    ['eu', '2026-11-19', 2],
    ['ofac_sdn', '2026-11-20', 3],
    ['uk', '2026-11-17', 2],
    ['un', '2026-11-18', 3],
  ]);
});

test('the same file again changes nothing but when the list was seen last', async () => {
  await loadWatchlist({ db, clock }, 'un', await fixture('un'));
  const before = await versions();
  const later = { db, clock: () => new Date('2026-11-24T10:00:00Z') };
  const again = await loadWatchlist(later, 'un', await fixture('un'));
  expect(again).toEqual({ result: 'unchanged', entries: 3, publishedOn: '2026-11-18' });
  const seen = new Date('2026-11-24T10:00:00Z');
  expect(await versions()).toEqual(
    before.map((row) => (row.source === 'un' ? { ...row, checked_at: seen } : row)),
  );
});

test('two loads of one file at once load it once', async () => {
  const file = await fixture('eu');
  const both = await Promise.all([
    loadWatchlist({ db, clock }, 'eu', file),
    loadWatchlist({ db, clock }, 'eu', file),
  ]);
  expect(both.map(({ result }) => result).sort()).toEqual(['loaded', 'unchanged']);
});

test('a new version takes the place of the old one: who left it is found no more', async () => {
  await loadWatchlist({ db, clock }, 'un', await fixture('un'));
  expect(await found('HASIM TASNIDI')).toEqual(['6900001']);
  const next = (await readFile(fixturePath('un'), 'utf8'))
    .replace('dateGenerated="2026-11-18', 'dateGenerated="2026-11-21')
    .replace('<DATAID>6900001</DATAID>', '<DATAID>6900009</DATAID>')
    .replaceAll('TASNIDI', 'QUINTERRO')
    .replaceAll(/Tasnidi?/g, 'Quinterro')
    .replace('Тасниди', 'Квинтерро');
  await loadWatchlist({ db, clock }, 'un', Buffer.from(next));
  expect(await found('HASIM TASNIDI')).toEqual([]);
  expect(await found('HASIM QUINTERRO')).toEqual(['6900009']);
  expect((await versions()).map((row) => row.published_on)).toEqual(['2026-11-21']);
});

test('a file that is refused leaves the old list as it was', async () => {
  await loadWatchlist({ db, clock }, 'uk', await fixture('uk'));
  const file = await fixture('uk');
  await expect(
    loadWatchlist({ db, clock }, 'uk', file.subarray(0, file.length - 20)),
  ).rejects.toMatchObject({ code: 'watchlist_invalid' });
  expect(await found('DORU INVENTESCU')).toEqual(['XMP0006']);
  expect((await versions()).map((row) => row.published_on)).toEqual(['2026-11-17']);
});

test('a file that is another one by the time it is read is not loaded under the first one’s hash', async () => {
  await loadWatchlist({ db, clock }, 'uk', await fixture('uk'));
  const file = { path: fixturePath('uk'), sha256: Buffer.alloc(32) };
  await expect(loadWatchlist({ db, clock }, 'uk', file)).rejects.toMatchObject({
    code: 'watchlist_unavailable',
    retryable: true,
  });
  expect(await found('DORU INVENTESCU')).toEqual(['XMP0006']);
});

test('a file is read from its place, and other work has its turn meanwhile', async () => {
  const content = { path: fixturePath('un'), sha256: hashOf(await fixture('un')) };
  let turns = 0;
  const turn = setInterval(() => (turns += 1), 0);
  await loadWatchlist({ db, clock }, 'un', content);
  clearInterval(turn);
  expect(turns).toBeGreaterThan(0);
  expect(await found('HASIM TASNIDI')).toEqual(['6900001']);
});

test('while a new version is being loaded, searches see the old list', async () => {
  await loadWatchlist({ db, clock }, 'uk', await fixture('uk'));
  const next = (await readFile(fixturePath('uk'), 'utf8')).replace('17/11/2026', '18/11/2026');
  const during: (readonly string[])[] = [];
  const searches: Promise<void>[] = [];
  // The loader shows it is alive after each batch: the old list is deleted by then, not yet committed.
  const heartbeat = (): void => {
    searches.push(
      found('DORU INVENTESCU').then((hits) => {
        during.push(hits);
      }),
    );
  };
  await loadWatchlist({ db, clock, heartbeat }, 'uk', Buffer.from(next));
  await Promise.all(searches);
  expect(during.length).toBeGreaterThan(0);
  expect(during.every((hits) => hits.length === 1)).toBe(true);
});
