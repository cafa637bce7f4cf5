import type { Kysely } from 'kysely';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { createRateCounter, forgetOldWindows } from '../../shared/limits/rate-counter';
import { createTestDatabase } from '../stack/database';

/** Counters of several API processes over one real Postgres; the clock stands where a test puts it. */
let db: Kysely<Database>;
let drop: () => Promise<void>;
let now: Date;
beforeAll(async () => {
  const database = await createTestDatabase();
  drop = () => database.drop();
  db = connectDatabase({ url: database.url, maxConnections: 5 });
});
afterAll(async () => {
  await db.destroy();
  await drop();
});
beforeEach(() => {
  now = new Date('2026-01-01T10:00:10Z');
});

const counter = () => createRateCounter(db, () => now);

async function allowed(counters: readonly ReturnType<typeof counter>[], subject: string) {
  const asked = counters.flatMap((one) =>
    Array.from({ length: 150 }, () => one.take(subject, 100)),
  );
  return (await Promise.all(asked)).filter(({ isAllowed }) => isAllowed).length;
}

test('one process: exactly the limit, then no more until the minute is over', async () => {
  const one = counter();
  expect(await allowed([one], 'one')).toBe(100);
  expect(await one.take('one', 100)).toMatchObject({
    isAllowed: false,
    remaining: 0,
    resetAt: new Date('2026-01-01T10:01:00Z'),
  });
  now = new Date('2026-01-01T10:01:00Z');
  expect(await one.take('one', 100)).toMatchObject({ isAllowed: true, remaining: 99 });
});

test('three processes at once: together never more than the limit', async () => {
  expect(await allowed([counter(), counter(), counter()], 'three')).toBe(100);
});

test('a process that dies takes at most its lot with it', async () => {
  const [dies, lives] = [counter(), counter()];
  await dies.take('dies', 100);
  const left = await allowed([lives], 'dies');
  expect(left).toBeGreaterThanOrEqual(100 - 100 / 20);
  expect(left).toBeLessThanOrEqual(99);
});

test('a lot costs one query, not one a request', async () => {
  const one = counter();
  for (let count = 0; count < 40; count += 1) await one.take('cheap', 100);
  expect(await one.used('cheap')).toBe(40);
  const { taken } = await db
    .selectFrom('rate_windows')
    .select('taken')
    .where('subject', '=', 'cheap')
    .executeTakeFirstOrThrow();
  expect(taken % 5).toBe(0);
});

test('minutes that are over are forgotten', async () => {
  await counter().take('old', 100);
  await forgetOldWindows(db, new Date('2026-01-01T10:05:00Z'));
  expect(await db.selectFrom('rate_windows').selectAll().execute()).toEqual([]);
});
