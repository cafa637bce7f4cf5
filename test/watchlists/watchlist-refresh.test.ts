import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Kysely } from 'kysely';
import pino from 'pino';
import { createWatchlistActivities } from '../../activities/watchlists/create-watchlist-activities';
import { activityFailures } from '../../services/worker/activity-failures';
import { ensureWatchlistSchedule } from '../../services/worker/watchlist-schedule';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { connectTemporalClient } from '../../shared/temporal/connect-client';
import {
  listsQueue,
  sessionsQueue,
  watchlistRefreshWorkflowType,
} from '../../shared/temporal/names';
import { loadedWatchlists } from '../../shared/watchlists/loaded-watchlists';
import type { WatchlistLocations } from '../../shared/watchlists/watchlist-location';
import type { WatchlistSource } from '../../shared/domain/watchlists/watchlist-source';
import { eventually } from '../processes/running-process';
import { createTestNamespace } from '../processes/temporal-namespace';
import { stackAddresses } from '../stack/addresses';
import { keepTemporalLogs } from '../stack/temporal-logs';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { fixture, fixturePath } from './fixture';

const { VERIFA_TEST_TEMPORAL_ADDRESS: address, VERIFA_TEST_WORKFLOW_BUNDLE: codePath } =
  stackAddresses();

let database: TestDatabase;
let db: Kysely<Database>;
let publisher: Server;
let published: Buffer;
let location: string;
let namespace: string;
let connection: NativeConnection;
let temporal: ReturnType<typeof connectTemporalClient>;
const alerts: unknown[] = [];

beforeAll(async () => {
  keepTemporalLogs();
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 3 });
  publisher = createServer((_request, response) => void response.end(published));
  await new Promise<void>((resolve) => publisher.listen(0, '127.0.0.1', resolve));
  const at = publisher.address();
  if (at === null || typeof at === 'string') throw new Error('no address');
  location = `http://127.0.0.1:${String(at.port)}/un.xml?token=secret`;
  namespace = await createTestNamespace(address);
  connection = await NativeConnection.connect({ address });
  temporal = connectTemporalClient({ address, namespace, environment: {} });
});
afterAll(async () => {
  await connection.close();
  await temporal.close();
  await new Promise((resolve) => publisher.close(resolve));
  await db.destroy();
  await database.drop();
});

/** Two workers as in a deployment of each: the sessions' has the workflow alone, what it has done is the lists'. */
async function withWorker<T>(locations: WatchlistLocations, work: () => Promise<T>): Promise<T> {
  const sessions = await Worker.create({
    connection,
    namespace,
    taskQueue: sessionsQueue,
    workflowBundle: { codePath },
  });
  const lists = await Worker.create({
    connection,
    namespace,
    taskQueue: listsQueue,
    interceptors: { activity: [() => ({ inbound: activityFailures(pino({ level: 'silent' })) })] },
    activities: {
      ...createWatchlistActivities({
        db,
        locations,
        clock: () => new Date(),
        alert: (_message, about) => alerts.push(about),
      }),
    },
  });
  return sessions.runUntil(() => lists.runUntil(work));
}

const refresh = (locations: WatchlistLocations): Promise<unknown> =>
  withWorker(locations, () =>
    temporal.client.workflow.execute(watchlistRefreshWorkflowType, {
      taskQueue: sessionsQueue,
      workflowId: randomUUID(),
    }),
  );
const loaded = async (): Promise<unknown> =>
  (
    await db.selectFrom('watchlists').select(['source', 'published_on']).orderBy('source').execute()
  ).map((row) => [row.source, row.published_on]);

test('lists come from the publisher’s URL and from files, and unchanged ones stay', async () => {
  published = await fixture('un');
  const locations: WatchlistLocations = new Map([
    ['un', location],
    ['uk', fixturePath('uk')],
  ]);
  expect(await refresh(locations)).toEqual({ loaded: ['un', 'uk'], unchanged: [], failed: [] });
  const versions = [
    ['uk', '2026-11-17'],
    ['un', '2026-11-18'],
  ];
  expect(await loaded()).toEqual(versions);
  expect(await refresh(locations)).toEqual({ loaded: [], unchanged: ['un', 'uk'], failed: [] });
  expect(await loaded()).toEqual(versions);
});

test('a list that breaks off raises an alert; the old one stays, and the others are refreshed', async () => {
  published = (await fixture('un')).subarray(0, 900);
  const locations: WatchlistLocations = new Map([
    ['un', location],
    ['eu', fixturePath('eu')],
  ]);
  expect(await refresh(locations)).toEqual({ loaded: ['eu'], unchanged: [], failed: ['un'] });
  expect(alerts).toEqual([{ source: 'un', code: 'watchlist_invalid' }]);
  expect(await loaded()).toContainEqual(['un', '2026-11-18']);
});

test('a worker that knows of a list makes the schedule, once, and it runs at once', async () => {
  const locations: WatchlistLocations = new Map([['ofac_sdn', fixturePath('ofac_sdn')]]);
  const schedules = async (client: Client): Promise<number> => {
    let count = 0;
    for await (const one of client.schedule.list()) count += one.scheduleId === '' ? 0 : 1;
    return count;
  };
  await ensureWatchlistSchedule(temporal.client, new Map(), db);
  expect(await schedules(temporal.client)).toBe(0);
  await withWorker(locations, async () => {
    await ensureWatchlistSchedule(temporal.client, locations, db);
    await ensureWatchlistSchedule(temporal.client, locations, db);
    await eventually('the list of the schedule’s run', async () => {
      const row = await db
        .selectFrom('watchlists')
        .select('source')
        .where('source', '=', 'ofac_sdn')
        .executeTakeFirst();
      return row === undefined ? undefined : true;
    });
  });
});

test('a worker that starts after an upgrade has lists of earlier keys loaded at once', async () => {
  const locations: WatchlistLocations = new Map([['ofac_sdn', fixturePath('ofac_sdn')]]);
  await withWorker(locations, async () => {
    await ensureWatchlistSchedule(temporal.client, locations, db);
    await eventually('the list', async () => (await isCurrent('ofac_sdn')) || undefined);
    await idle();
    await db.updateTable('watchlists').set({ keys_version: '' }).execute();
    // Two workers at once: one run after the other changes nothing.
    await ensureWatchlistSchedule(temporal.client, locations, db);
    await ensureWatchlistSchedule(temporal.client, locations, db);
    await eventually('the list again', async () => (await isCurrent('ofac_sdn')) || undefined);
    await idle();
  });
  const runs = await runsOfSchedule();
  await ensureWatchlistSchedule(temporal.client, locations, db);
  expect(await runsOfSchedule()).toBe(runs);
});

const isCurrent = async (source: WatchlistSource): Promise<boolean> =>
  (await loadedWatchlists(db)).current.some((list) => list.source === source);
const schedule = () => temporal.client.schedule.getHandle('verifa-watchlist-refresh').describe();
const runsOfSchedule = async (): Promise<number> => (await schedule()).info.numActionsTaken;
/** A run that is going on takes the next one's place. */
const idle = () =>
  eventually('the end of the run', async () =>
    (await schedule()).info.runningActions.length === 0 ? true : undefined,
  );
