import { Client, Connection } from '@temporalio/client';
import { sql, type Kysely } from 'kysely';
import { endRetention } from '../../activities/session/end-retention';
import { createKeyring, newKeyringFile } from '../../shared/crypto/keyring';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { createErasureJournal } from '../../shared/erasure/journal/erasure-journal';
import { bootstrapOrganization } from '../../shared/organization/first-organization';
import type { SessionClient } from '../../shared/temporal/session-client';
import type { SessionView } from '../../shared/temporal/session-messages';
import { generatedId, generateRows } from '../database/generated-rows';
import { memoryObjectStore } from '../workflow/memory-object-store';
import { createTestDatabase, type TestDatabase } from '../stack/database';

/** More than two pages of each environment. */
const sessions = 900;
const bad = generatedId('ses_', 5);

let database: TestDatabase;
let db: Kysely<Database>;
beforeAll(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 4 });
  const { organizationId } = await bootstrapOrganization(db, () => new Date());
  await generateRows(db, { organizationId, sessions });
  await db.transaction().execute(async (trx) => {
    // Their workflows stay in the one environment.
    await sql`SET LOCAL session_replication_role = replica`.execute(trx);
    await sql`UPDATE sessions SET retention_status = 'active', ended_at = now() - interval '400 days',
      environment = CASE WHEN right(id, 1) < '8' THEN 'live' ELSE 'sandbox' END`.execute(trx);
  });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

it('environments have their turn side by side within a bound, each session is counted, a bad one is named', async () => {
  let [underWay, most, heartbeats] = [0, 0, 0];
  const environmentsUnderWay = new Set<string>();
  const sent: string[] = [];
  const alerted: unknown[] = [];
  let bothCame = (): void => undefined;
  const both = new Promise<void>((resolve) => {
    bothCame = resolve;
  });
  const notHere = (): Promise<never> => Promise.reject(new Error('retention only sends'));
  const client: SessionClient = {
    invite: notHere,
    begin: notHere,
    start: notHere,
    async send(row): Promise<SessionView> {
      if (row.id === bad) throw new Error('cannot be read');
      underWay += 1;
      most = Math.max(most, underWay);
      environmentsUnderWay.add(row.environment);
      if (environmentsUnderWay.size === 2) bothCame();
      await both;
      sent.push(row.id);
      underWay -= 1;
      return { state: row.state, sequence: row.sequence + 1, repeated: false };
    },
  };
  const done = await endRetention({
    db,
    keyring: createKeyring(newKeyringFile()),
    journal: createErasureJournal(memoryObjectStore()),
    sessions: client,
    // Never asked here: one failure in a row is no reason to.
    temporal: new Client({ connection: Connection.lazy({ address: '127.0.0.1:1' }) }),
    clock: () => new Date(),
    heartbeat: () => void (heartbeats += 1),
    alert: (_message, ids) => alerted.push(ids),
  });
  // The rows stay as they are: what was sent as destroyed is sent as hidden too.
  expect(done).toEqual({ hidden: sessions - 1, destroyed: sessions - 1 });
  expect(new Set(sent).size).toBe(sessions - 1);
  expect(alerted).toEqual(Array(2).fill({ sessionId: bad, error: 'Error' }));
  expect(most).toBeLessThanOrEqual(32);
  expect(heartbeats).toBeGreaterThanOrEqual(2 * sessions);
});
