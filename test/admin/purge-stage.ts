import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { sealAudit } from '../../activities/session/seal-audit';
import { createPurge } from '../../services/admin/purge';
import { verifyChain, type ChainState } from '../../services/api/audit/verify-chain';
import { createKeyring, newKeyringFile } from '../../shared/crypto/keyring';
import { openMasterKeys } from '../../shared/crypto/master-keys';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import type { OrganizationId } from '../../shared/domain/ids';
import { bootstrapOrganization } from '../../shared/organization/first-organization';
import { generateRows } from '../database/generated-rows';
import { createTestDatabase } from '../stack/database';

/** Of each: sessions that are over, with an event, a delivery with its try, two lines of timeline, a record. */
export const generated = 60;

export interface PurgeStage {
  readonly db: Kysely<Database>;
  readonly url: string;
  readonly organizationId: OrganizationId;
  /** By a clock two years on: all that is there now is old. */
  purge(
    options: Readonly<Record<string, string>>,
    onBatch?: () => void,
  ): Promise<Readonly<Record<string, string>>>;
  seal(): Promise<void>;
  verify(): Promise<ChainState>;
  counts(): Promise<Readonly<Record<string, number>>>;
  /** As the owner of the tables can, whom no trigger stops. */
  behindTriggers(statement: string): Promise<void>;
  stop(): Promise<void>;
}

export async function setPurgeStage(): Promise<PurgeStage> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'verifa-purge-'));
  const file = join(folder, 'keys.json');
  const ring = newKeyringFile();
  await writeFile(file, JSON.stringify(ring));
  const keyring = createKeyring(ring);
  const db = connectDatabase({ url: database.url, maxConnections: 4 });
  const { organizationId } = await bootstrapOrganization(db, () => new Date());
  await generateRows(db, { organizationId, sessions: generated });
  const behindTriggers = (statement: string): Promise<void> =>
    db.transaction().execute(async (trx) => {
      await sql`SET LOCAL session_replication_role = replica`.execute(trx);
      await sql.raw(statement).execute(trx);
    });
  for (const statement of [
    `INSERT INTO events (id, organization_id, environment, session_id, type, sequence, data, is_test,
        created_at, feed_position)
      SELECT event_id, organization_id, environment, session_id, event_type, 1, '{}', false, created_at,
        CASE WHEN row_number() OVER (ORDER BY id) <= 40 THEN row_number() OVER (ORDER BY id) END
      FROM webhook_deliveries`,
    `INSERT INTO webhook_tries (delivery_id, round, try_number, duration_ms, at)
      SELECT id, 1, 1, 5, created_at FROM webhook_deliveries`,
    `INSERT INTO timeline (organization_id, environment, session_id, sequence, kind, event, attempt,
        actor_kind, detail, at)
      SELECT organization_id, environment, id, n, 'transition', 'submit', 1, 'system', '{}', created_at
      FROM sessions, generate_series(0, 1) AS n`,
  ]) {
    await behindTriggers(statement);
  }
  return {
    db,
    url: database.url,
    organizationId,
    behindTriggers,
    purge: (options, onBatch = () => undefined) =>
      createPurge({
        masterKeys: () => openMasterKeys({ MASTER_KEYS_FILE: file }),
        batchRows: 20,
        onBatch,
      }).run({ db, clock: () => new Date(Date.now() + 730 * 86_400_000) }, options),
    async seal() {
      const nothing = (): void => undefined;
      const deps = { db, keyring, clock: () => new Date(), heartbeat: nothing, alert: nothing };
      await sealAudit(deps);
    },
    verify: () => verifyChain(db, keyring, organizationId),
    async counts() {
      const { rows } = await sql<Readonly<Record<string, number>>>`SELECT
        (SELECT count(*)::int FROM events) AS events,
        (SELECT count(*)::int FROM webhook_deliveries) AS deliveries,
        (SELECT count(*)::int FROM webhook_tries) AS tries,
        (SELECT count(*)::int FROM timeline) AS timeline,
        (SELECT count(*)::int FROM sessions) AS sessions`.execute(db);
      return rows[0] ?? {};
    },
    async stop() {
      await db.destroy();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}
