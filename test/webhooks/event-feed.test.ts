import { z } from 'zod';
import { newId, type EventId, type SessionId } from '../../shared/domain/ids';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { sql, type Kysely, type Transaction } from 'kysely';
import { appendEvent } from '../../shared/outbox/append-event';
import { stackAddresses } from '../stack/addresses';
import { setApiStage, type ApiAnswer, type ApiStage } from './api-stage';
import { fireEvent, seedSession, type Owner } from './seed';

let api: ApiStage;
let owner: Owner;
beforeEach(async () => {
  api = await setApiStage();
  owner = {
    organizationId: api.first.organizationId,
    workflowId: await api.db
      .selectFrom('workflows')
      .select('id')
      .where('organization_id', '=', api.first.organizationId)
      .executeTakeFirstOrThrow()
      .then((row) => row.id),
  };
});
afterEach(() => api.stop());

const page = z.object({
  data: z.array(z.object({ id: z.string(), sequence: z.number(), session_id: z.string() })),
  pagination: z.object({ limit: z.number(), next: z.string() }),
});
type Page = z.infer<typeof page>;

async function feed(after?: string, limit = 100): Promise<Page> {
  const from = after === undefined ? '' : `&after=${after}`;
  const answer = await api.call('GET', `/events/feed?limit=${String(limit)}${from}`);
  expect(answer.status).toBe(200);
  return page.parse(answer.body);
}

function ids({ data }: Page): string[] {
  return data.map((event) => event.id);
}

async function session(): Promise<SessionId> {
  return seedSession(api.db, api.keyring, owner, `ref-${newId('event')}`);
}

/** As every writer of ours does it: the session's row lock first, its number, the event. */
async function write(
  trx: Transaction<Database>,
  sessionId: SessionId,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<EventId> {
  const row = await trx
    .updateTable('sessions')
    .set((eb) => ({ event_sequence: eb('event_sequence', '+', 1) }))
    .where('id', '=', sessionId)
    .returningAll()
    .executeTakeFirstOrThrow();
  const id = await appendEvent(trx, row, {
    type: 'session.started',
    sequence: row.event_sequence,
    data: { status: 'capturing' },
    at: new Date(),
  });
  await pause();
  return id;
}

function inTransaction<T>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(work);
}

it('gives the body that a webhook carries, and where to go on', async () => {
  const sessionId = await session();
  const id = await fireEvent(api.db, owner, { sessionId, type: 'session.started', sequence: 1 });
  const first = await feed();
  expect(ids(first)).toEqual([id]);
  const answer = await api.call('GET', '/events/feed');
  expect(answer.body['data']).toMatchObject([
    { event: 'session.started', id, idempotency_key: id, sequence: 1, is_sandbox: false },
  ]);
  const empty = await feed(first.pagination.next);
  expect(empty).toEqual({ data: [], pagination: { limit: 100, next: first.pagination.next } });
});

it('an event that was written first and committed last is not skipped', async () => {
  const [slow, quick] = [await session(), await session()];
  let commit = (): void => undefined;
  let written = (): void => undefined;
  const isWritten = new Promise<void>((resolve) => (written = resolve));
  const slowWrite = inTransaction(api.db, (trx) =>
    write(trx, slow, async () => {
      written();
      await new Promise<void>((resolve) => (commit = resolve));
    }),
  );
  await isWritten;
  const quickId = await inTransaction(api.db, (trx) => write(trx, quick));
  const before = await feed();
  expect(ids(before)).toEqual([quickId]);
  commit();
  const slowId = await slowWrite;
  expect(ids(await feed(before.pagination.next))).toEqual([slowId]);
});

it('a page ends at its limit, and pages join without a gap or a double', async () => {
  const sessionId = await session();
  const fired: string[] = [];
  for (let n = 0; n < 7; n += 1) {
    fired.push(await inTransaction(api.db, (trx) => write(trx, sessionId)));
  }
  const read: string[] = [];
  let after: string | undefined;
  for (let n = 0; n < 3; n += 1) {
    const next = await feed(after, 3);
    read.push(...ids(next));
    after = next.pagination.next;
  }
  expect(read).toEqual(fired);
});

it('while many write at once, two readers see every event once, in the same order, none of a session out of its sequence', async () => {
  const sessions = await Promise.all(Array.from({ length: 6 }, session));
  const written = new Set<string>();
  const url = await databaseUrl();
  const writers = sessions.map(async (own, index) => {
    const db = connectDatabase({ url, maxConnections: 1 });
    for (let n = 0; n < 15; n += 1) {
      // Every writer also writes to its neighbour's session, so that sessions have two writers.
      const target = sessions[(index + (n % 2)) % sessions.length] ?? own;
      const pauseMs = (index * 7 + n * 3) % 11;
      const id = await inTransaction(db, (trx) =>
        write(trx, target, () => new Promise((resolve) => setTimeout(resolve, pauseMs))),
      );
      written.add(id);
    }
    await db.destroy();
  });
  let done = false;
  const read = async (): Promise<Page['data']> => {
    const seen: Page['data'] = [];
    let after = '0';
    for (;;) {
      const wasDone = done;
      const next = await feed(after, 10);
      seen.push(...next.data);
      after = next.pagination.next;
      if (wasDone && next.data.length === 0) return seen;
    }
  };
  const readers = [read(), read()];
  await Promise.all(writers);
  done = true;
  const [one, other] = await Promise.all(readers);
  expect(one?.map((event) => event.id)).toEqual(other?.map((event) => event.id));
  expect(one).toHaveLength(written.size);
  expect(new Set(one?.map((event) => event.id))).toEqual(written);
  for (const id of sessions) {
    const sequences = one?.filter((event) => event.session_id === id).map((e) => e.sequence) ?? [];
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  }
});

it('numbers are given out by one at a time: a second reader waits, and sees what was committed', async () => {
  const sessionId = await session();
  const first = await inTransaction(api.db, (trx) => write(trx, sessionId));
  const name = `event-feed/${owner.organizationId}/live`;
  const numbering = await inTransaction(api.db, async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
    let isAnswered = false;
    const waiting = feed().finally(() => (isAnswered = true));
    // Long enough for an answer, if it did not wait.
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(isAnswered).toBe(false);
    const second = await inTransaction(api.db, (other) => write(other, sessionId));
    return { waiting, second };
  });
  expect(ids(await numbering.waiting)).toEqual([first, numbering.second]);
});

it('shows nothing of another environment, and no test events', async () => {
  const sessionId = await session();
  const common = { sessionId, type: 'session.started' as const };
  await fireEvent(api.db, owner, { ...common, sequence: 1, environment: 'sandbox' });
  await fireEvent(api.db, owner, { ...common, sequence: 2, isTest: true });
  expect(ids(await feed())).toEqual([]);
});

it('422 for a place that no page gave', async () => {
  const answer: ApiAnswer = await api.call('GET', '/events/feed?after=yesterday');
  expect(answer.status).toBe(422);
});

async function databaseUrl(): Promise<string> {
  const { rows } = await sql<{ name: string }>`SELECT current_database() AS name`.execute(api.db);
  const url = new URL(stackAddresses().VERIFA_TEST_POSTGRES_URL);
  url.pathname = `/${rows[0]?.name ?? ''}`;
  return url.href;
}
