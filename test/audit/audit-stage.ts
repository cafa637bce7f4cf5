import { sql, type Kysely } from 'kysely';
import { sealAudit } from '../../activities/session/seal-audit';
import { recordAudit, type AuditEntry } from '../../shared/audit/record-audit';
import { verifyChain, type ChainState } from '../../services/api/audit/verify-chain';
import { createKeyring, newKeyringFile } from '../../shared/crypto/keyring';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { newId, type AuditId, type OrganizationId } from '../../shared/domain/ids';
import { createTestDatabase } from '../stack/database';

const begun = new Date('2026-03-01T10:00:00.000Z');

/** An organisation's audit log over the real Postgres, by a clock that stands until it is set. */
export interface AuditStage {
  readonly db: Kysely<Database>;
  readonly organizationId: OrganizationId;
  readonly alerts: string[];
  pass(ms: number): void;
  write(count: number, entry?: Partial<AuditEntry>): Promise<readonly AuditId[]>;
  seal(): Promise<number>;
  verify(): Promise<ChainState>;
  /** As the owner of the table can, whom no trigger stops. */
  tamper(statement: string): Promise<void>;
  stop(): Promise<void>;
}

export async function setAuditStage(): Promise<AuditStage> {
  const database = await createTestDatabase();
  const db = connectDatabase({ url: database.url, maxConnections: 5 });
  const keyring = createKeyring(newKeyringFile());
  const organizationId = newId('organization');
  const alerts: string[] = [];
  let now = begun;
  await db
    .insertInto('organizations')
    .values({ id: organizationId, name: 'Test', created_at: begun })
    .execute();
  return {
    db,
    organizationId,
    alerts,
    pass(ms) {
      now = new Date(now.getTime() + ms);
    },
    async write(count, entry = {}) {
      const ids: AuditId[] = [];
      for (let n = 0; n < count; n += 1) {
        const id = newId('audit');
        ids.push(id);
        await recordAudit(db, {
          id,
          organizationId,
          environment: 'live',
          actorKind: 'system',
          actorId: null,
          action: 'session.exported',
          resourceId: newId('session'),
          requestId: null,
          detail: { version: n },
          at: now,
          ...entry,
        });
      }
      return ids;
    },
    async seal() {
      const { sealed } = await sealAudit({
        db,
        keyring,
        clock: () => now,
        heartbeat: () => undefined,
        alert: (message) => alerts.push(message),
      });
      return sealed;
    },
    verify: () => verifyChain(db, keyring, organizationId),
    async tamper(statement) {
      await db.transaction().execute(async (trx) => {
        await sql`ALTER TABLE audit DISABLE TRIGGER audit_append_only`.execute(trx);
        await sql.raw(statement).execute(trx);
        await sql`ALTER TABLE audit ENABLE TRIGGER audit_append_only`.execute(trx);
      });
    },
    async stop() {
      await db.destroy();
      await database.drop();
    },
  };
}
