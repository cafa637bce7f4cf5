import type { History } from '@temporalio/common/lib/proto-utils';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { sql, type Kysely, type Selectable } from 'kysely';
import { pino } from 'pino';
import type { MailActivities } from '../../activities/mail/contract';
import type { WatchlistActivities } from '../../activities/watchlists/contract';
import type { WebhookActivities } from '../../activities/webhooks/delivery-activities';
import type {
  ErasureActivities,
  RetentionActivities,
  SessionActivities,
  SweepActivities,
} from '../../activities/session/contract';
import {
  createSessionActivities,
  type SessionActivityDeps,
} from '../../activities/session/create-session-activities';
import { createWorkers } from '../../services/worker/create-workers';
import { createKeyring, newKeyringFile, type Keyring } from '../../shared/crypto/keyring';
import { connectDatabase, connectScoped } from '../../shared/database/connect';
import { createTenancy } from '../../shared/database/tenancy';
import type {
  Database,
  EventsTable,
  SessionRow,
  TimelineTable,
} from '../../shared/database/schema';
import { newId, type OrganizationId, type SessionId } from '../../shared/domain/ids';
import type { SessionStatus } from '../../shared/domain/lifecycle/state';
import { createErasureJournal } from '../../shared/erasure/journal/erasure-journal';
import { addSearchAttributes } from '../../shared/temporal/prepare-namespace';
import { createMessageSigner } from '../../shared/temporal/message-signer';
import { createSessionClient, type SessionClient } from '../../shared/temporal/session-client';
import type { Actor, SentEvent, SessionView } from '../../shared/temporal/session-messages';
import { stackAddresses } from '../stack/addresses';
import { createTestDatabase } from '../stack/database';
import { keepTemporalLogs } from '../stack/temporal-logs';
import { memoryObjectStore, type MemoryObjectStore } from './memory-object-store';
import { scriptedChecks, type ScriptedChecks } from './scripted-checks';
import { seedSession, type SessionWish } from './seed-session';

type AllActivities = SessionActivities & ErasureActivities & SweepActivities & RetentionActivities;

/** The worker process on a server whose days pass in moments, with Postgres and all of its rows real. */
export interface SessionStage {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  readonly temporal: TestWorkflowEnvironment;
  readonly sessions: SessionClient;
  readonly objects: MemoryObjectStore;
  /** Under the erasure journal. */
  readonly journalStore: MemoryObjectStore;
  readonly checks: ScriptedChecks;
  readonly activities: AllActivities;
  readonly alerts: string[];
  /** The ids that came with the alerts. */
  readonly alerted: Readonly<Record<string, unknown>>[];
  readonly organizationId: OrganizationId;
  /** A session whose workflow runs. */
  create(wish?: SessionWish): Promise<SessionId>;
  seed(wish?: SessionWish): Promise<SessionRow>;
  row(id: SessionId): Promise<SessionRow>;
  send(id: SessionId, event: SentEvent, actor?: Actor): Promise<SessionView>;
  /** Waits, skipping time, until the run under way has closed. */
  ended(id: SessionId): Promise<SessionRow>;
  /** Waits without skipping time. */
  reached(id: SessionId, status: SessionStatus): Promise<SessionRow>;
  timeline(id: SessionId): Promise<readonly Selectable<TimelineTable>[]>;
  events(id: SessionId): Promise<readonly Selectable<EventsTable>[]>;
  history(id: SessionId): Promise<History>;
  /** The closed runs that `ended` waited for, oldest first. */
  closedRuns(id: SessionId): Promise<readonly History[]>;
  stop(): Promise<void>;
}

export interface StageWish {
  /** Stands between Temporal and the real activities, to break or repeat them on purpose. */
  readonly wrap?: (real: AllActivities) => AllActivities;
  /** What stands for mail, lists and receivers; without it every receiver takes what it gets. */
  readonly world?: WebhookActivities & MailActivities & WatchlistActivities;
}

const person: Actor = { kind: 'person', id: null };
/** Only ends a hopeless wait. */
const reachedWithinMs = 150_000;

export async function setSessionStage(wish: StageWish = {}): Promise<SessionStage> {
  keepTemporalLogs();
  const addresses = stackAddresses();
  const database = await createTestDatabase();
  const db = connectDatabase({ url: database.url, maxConnections: 8 });
  const tenancy = createTenancy();
  const walled = connectScoped({ url: database.url, maxConnections: 8 }, tenancy);
  const keyring = createKeyring(newKeyringFile());
  const temporal = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: addresses.VERIFA_TEST_SERVER_PATH } },
  });
  const namespace = temporal.namespace ?? 'default';
  await addSearchAttributes(temporal.connection, namespace);
  const sessions = createSessionClient(temporal.client, db, createMessageSigner(keyring));
  const objects = memoryObjectStore();
  const journalStore = memoryObjectStore();
  const checks = scriptedChecks(walled.db);
  const alerts: string[] = [];
  const alerted: Readonly<Record<string, unknown>>[] = [];
  const deps = {
    db,
    keyring,
    objects,
    journal: createErasureJournal(journalStore),
    sessions,
    temporal: temporal.client,
    clock: () => new Date(),
    heartbeat: () => undefined,
    alert: (message, ids) => {
      alerts.push(message);
      alerted.push(ids);
    },
  } satisfies SessionActivityDeps;
  const behindTheWall = createSessionActivities({
    ...deps,
    db: walled.db,
    sessions: createSessionClient(temporal.client, walled.db, createMessageSigner(keyring)),
  });
  const activities = wish.wrap?.(behindTheWall) ?? behindTheWall;
  const workers = await createWorkers({
    tenancy,
    system: walled.system,
    connection: temporal.nativeConnection,
    namespace,
    workflowBundle: addresses.VERIFA_TEST_WORKFLOW_BUNDLE,
    sessionActivities: activities,
    checkActivities: checks,
    webhookActivities: wish.world ?? { tryDelivery: () => Promise.resolve('delivered') },
    ...(wish.world === undefined
      ? {}
      : { mailActivities: wish.world, watchlistActivities: wish.world }),
    checkProcesses: 4,
    log: pino({ level: 'silent' }),
  });
  const working = Promise.all(workers.map((worker) => worker.run()));
  const organizationId = newId('organization');
  await db
    .insertInto('organizations')
    .values({ id: organizationId, name: 'Test', created_at: new Date() })
    .execute();

  const closed: { readonly id: SessionId; readonly runId: string }[] = [];
  const handle = (id: SessionId) => temporal.client.workflow.getHandle(id);
  const row = (id: SessionId): Promise<SessionRow> =>
    db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  async function seed(sessionWish: SessionWish = {}): Promise<SessionRow> {
    const at = new Date(await temporal.currentTimeMs());
    return seedSession({ db, keyring, organizationId, at }, sessionWish);
  }

  return {
    db,
    keyring,
    temporal,
    sessions,
    objects,
    journalStore,
    checks,
    activities: createSessionActivities(deps),
    alerts,
    alerted,
    organizationId,
    seed,
    row,
    async create(sessionWish) {
      const created = await seed(sessionWish);
      await sessions.begin(created);
      return created.id;
    },
    async send(id, event, actor = person) {
      return sessions.send(await row(id), { event, actor, requestId: newId('event') });
    },
    async ended(id) {
      const { runId } = await handle(id).describe();
      await handle(id).result();
      closed.push({ id, runId });
      return row(id);
    },
    async reached(id, status) {
      const bound = Date.now() + reachedWithinMs;
      for (;;) {
        const now = await row(id);
        if (now.status === status) return now;
        if (Date.now() > bound) throw new Error(`still ${now.status}, not ${status}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    timeline: (id) =>
      db
        .selectFrom('timeline')
        .selectAll()
        .where('session_id', '=', id)
        .orderBy('position')
        .execute(),
    events: (id) =>
      db
        .selectFrom('events')
        .selectAll()
        .where('session_id', '=', id)
        .orderBy('sequence')
        .execute(),
    history: (id) => handle(id).fetchHistory(),
    closedRuns: (id) =>
      Promise.all(
        closed
          .filter((run) => run.id === id)
          .map(({ runId }) => temporal.client.workflow.getHandle(id, runId).fetchHistory()),
      ),
    async stop() {
      for (const worker of workers) worker.shutdown();
      await working;
      const drifted = await resultsThatDrifted(db);
      if (drifted.length > 0) throw new Error(`rows name another result: ${drifted.join(', ')}`);
      await temporal.teardown();
      await walled.close();
      await db.destroy();
      await database.drop();
    },
  };
}

/** Whatever a suite did, each session's row names the result that counts. */
async function resultsThatDrifted(db: Kysely<Database>): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM sessions WHERE result IS DISTINCT FROM (
      SELECT results.status FROM results
      WHERE results.session_id = sessions.id AND results.withdrawn_at IS NULL
      ORDER BY results.attempt DESC LIMIT 1)`.execute(db);
  return rows.map(({ id }) => id);
}
