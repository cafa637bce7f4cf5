import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { createSessionActivities } from '../../activities/session/create-session-activities';
import type { WebhookActivities } from '../../activities/webhooks/delivery-activities';
import { createWorkers, type WorkersOptions } from '../../services/worker/create-workers';
import { createKeyring, newKeyringFile } from '../../shared/crypto/keyring';
import { connectDatabase, connectScoped } from '../../shared/database/connect';
import type { Database, SessionRow } from '../../shared/database/schema';
import { createTenancy } from '../../shared/database/tenancy';
import { newId, type SessionId, type WebhookDeliveryId } from '../../shared/domain/ids';
import { createErasureJournal } from '../../shared/erasure/journal/erasure-journal';
import { connectTemporalClient } from '../../shared/temporal/connect-client';
import { createMessageSigner } from '../../shared/temporal/message-signer';
import { deliveriesQueue, deliveryWorkflowType } from '../../shared/temporal/names';
import { createSessionClient } from '../../shared/temporal/session-client';
import type { Actor, SentEvent, SessionView } from '../../shared/temporal/session-messages';
import { createTestNamespace } from '../processes/temporal-namespace';
import { stackAddresses } from '../stack/addresses';
import { createTestDatabase } from '../stack/database';
import { keepTemporalLogs } from '../stack/temporal-logs';
import { memoryObjectStore } from './memory-object-store';
import { scriptedChecks } from './scripted-checks';
import { seedSession, type SessionWish } from './seed-session';

const run = promisify(execFile);
const person: Actor = { kind: 'person', id: null };

/** Workflows on a server that lists open runs and knows versions of workers, as the time-skipping one does not. */
export interface OpenStage {
  readonly db: Kysely<Database>;
  readonly temporal: Client;
  readonly namespace: string;
  readonly address: string;
  /** The three workers of one process; without a build they are of no version. */
  work(build: Partial<Pick<WorkersOptions, 'version' | 'webhookActivities'>>): Promise<Workers>;
  create(wish?: SessionWish): Promise<SessionId>;
  send(id: SessionId, event: SentEvent): Promise<SessionView>;
  /** A delivery's workflow, whose rows nobody has: what its activity does is the test's. */
  deliver(): Promise<WebhookDeliveryId>;
  /** `temporal …` as an operator types it; answers what it prints. */
  cli(...words: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

export interface Workers {
  stop(): Promise<void>;
}

export async function setOpenStage(): Promise<OpenStage> {
  keepTemporalLogs();
  const addresses = stackAddresses();
  const address = addresses.VERIFA_TEST_TEMPORAL_ADDRESS;
  const [database, namespace] = await Promise.all([
    createTestDatabase(),
    createTestNamespace(address),
  ]);
  const db = connectDatabase({ url: database.url, maxConnections: 4 });
  const tenancy = createTenancy();
  const walled = connectScoped({ url: database.url, maxConnections: 8 }, tenancy);
  const keyring = createKeyring(newKeyringFile());
  const { client, ...temporal } = connectTemporalClient({ address, namespace, environment: {} });
  const signer = createMessageSigner(keyring);
  const sessions = createSessionClient(client, db, signer);
  const connection = await NativeConnection.connect({ address });
  const organizationId = newId('organization');
  await db
    .insertInto('organizations')
    .values({ id: organizationId, name: 'Test', created_at: new Date() })
    .execute();
  const started: Workers[] = [];

  const rowOf = (id: SessionId): Promise<SessionRow> =>
    db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  return {
    db,
    temporal: client,
    namespace,
    address,
    async work({ version, webhookActivities = delivers }) {
      const workers = await createWorkers({
        tenancy,
        system: walled.system,
        connection,
        namespace,
        workflowBundle: addresses.VERIFA_TEST_WORKFLOW_BUNDLE,
        sessionActivities: createSessionActivities({
          db: walled.db,
          keyring,
          objects: memoryObjectStore(),
          journal: createErasureJournal(memoryObjectStore()),
          sessions: createSessionClient(client, walled.db, signer),
          temporal: client,
          clock: () => new Date(),
          heartbeat: () => undefined,
          alert: (message) => {
            throw new Error(message);
          },
        }),
        checkActivities: scriptedChecks(walled.db),
        webhookActivities,
        checkProcesses: 2,
        ...(version === undefined ? {} : { version }),
        log: pino({ level: 'silent' }),
      });
      const ends = Promise.all(workers.map((worker) => worker.run()));
      const running: Workers = {
        async stop() {
          for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
          await ends;
        },
      };
      started.push(running);
      return running;
    },
    async create(wish = {}) {
      const row = await seedSession({ db, keyring, organizationId, at: new Date() }, wish);
      await sessions.begin(row);
      return row.id;
    },
    async send(id, event) {
      return sessions.send(await rowOf(id), { event, actor: person, requestId: newId('event') });
    },
    async deliver() {
      const id = newId('webhookDelivery');
      await client.workflow.start(deliveryWorkflowType, {
        workflowId: id,
        taskQueue: deliveriesQueue,
        args: [{ deliveryId: id, round: 1 }],
      });
      return id;
    },
    async cli(...words) {
      const where = ['--address', address, '--namespace', namespace];
      const { stdout } = await run(addresses.VERIFA_TEST_CLI_PATH, [...words, ...where]);
      return stdout;
    },
    async stop() {
      await Promise.all(started.map((one) => one.stop()));
      await connection.close();
      await temporal.close();
      await walled.close();
      await db.destroy();
      await database.drop();
    },
  };
}

const delivers: WebhookActivities = { tryDelivery: () => Promise.resolve('delivered') };
