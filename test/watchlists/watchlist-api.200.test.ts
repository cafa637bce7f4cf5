import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';
import { loadWatchlist } from '../../activities/watchlists/load-watchlist';
import { runChecks } from '../../activities/checks/run/run-checks';
import { instantEngines } from '../tools/bench/instant-engines';
import { startApi, type RunningApi } from '../api/running-api';
import { fixture } from './fixture';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const loadedAt = new Date('2026-11-23T10:00:00Z');
const exported = z.object({ screening: z.array(z.record(z.string(), z.unknown())) });

test('GET /watchlists says which version of each list is loaded', async () => {
  await api.db.deleteFrom('watchlists').execute();
  expect((await api.ask('GET', '/api/v1/watchlists')).body).toEqual({ data: [] });
  await loadWatchlist({ db: api.db, clock: () => loadedAt }, 'un', await fixture('un'));
  const answer = await api.ask('GET', '/api/v1/watchlists');
  expect(answer.status).toBe(200);
  const list = {
    source: 'un',
    published_on: '2026-11-18',
    loaded_at: loadedAt.toISOString(),
    entries: 3,
  };
  expect(answer.body).toEqual({ data: [{ ...list, outdated: false }] });
});

test('GET /watchlists says that a list is outdated until it is loaded again', async () => {
  const load = async (): Promise<unknown> =>
    loadWatchlist({ db: api.db, clock: () => loadedAt }, 'un', await fixture('un'));
  const isOutdated = async (): Promise<unknown> =>
    z
      .object({ data: z.array(z.object({ source: z.string(), outdated: z.boolean() })) })
      .parse((await api.ask('GET', '/api/v1/watchlists')).body).data;
  await load();
  await api.db.updateTable('watchlists').set({ keys_version: '1' }).execute();
  expect(await isOutdated()).toEqual([{ source: 'un', outdated: true }]);
  await load();
  expect(await isOutdated()).toEqual([{ source: 'un', outdated: false }]);
});

test('the export of a session has the hits of its screening', async () => {
  const id = await api.create({ fields: { full_name: 'Hashim al-Tasnidi' } });
  expect(exported.parse((await api.ask('GET', `/api/v1/sessions/${id}/export`)).body)).toEqual({
    screening: [],
  });
  await screened(id);
  const { screening } = exported.parse(
    (await api.ask('GET', `/api/v1/sessions/${id}/export`)).body,
  );
  expect(screening).toMatchObject([
    { source: 'un', entry_id: '6900001', similarity: 1, birth: 'unknown', attempt: 1 },
  ]);
});

/** As the check's activity does, on a session that is put there without its workflow. */
async function screened(id: string): Promise<void> {
  const session = await api.db
    .updateTable('sessions')
    .set({ status: 'processing', attempt: 1 })
    .where(sql<SqlBool>`id = ${id}`)
    .returningAll()
    .executeTakeFirstOrThrow();
  await api.db
    .insertInto('attempts')
    .values({
      session_id: session.id,
      attempt: 1,
      status: 'running',
      workflow_id: session.workflow_id,
      workflow_version: session.workflow_version,
      document_ids: [],
      started_at: new Date(),
    })
    .execute();
  const { db, keyring, objects } = api;
  const deps = { db, keyring, objects, clock: () => new Date(), engines: instantEngines };
  const checks = [{ check: 'watchlist_screening' as const, config: {} }];
  const request = { sessionId: session.id, attempt: 1, checks };
  await runChecks(deps, request, new AbortController().signal);
}
