import { sql, type Kysely, type Transaction } from 'kysely';
import { endBefore, moveCheckpoint, readBeginning } from '../../../shared/audit/chain-checkpoint';
import type { ChainEnd } from '../../../shared/audit/chain-link';
import { signedHeads, walkChain } from '../../../shared/audit/walk-chain';
import type { Keyring } from '../../../shared/crypto/keyring';
import type { Database } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { Purge, PurgePart } from './purge-part';

/**
 * The beginning of the audit log's chain, up to the first record that is too young, not sealed yet, or as young
 * as a session under a legal hold. A batch is verified, a signed checkpoint put at its end, and then it goes, in
 * one transaction: at any moment the rest of the chain can be verified from where it begins.
 */
export function purgeAudit(keyring: Keyring): PurgePart {
  return {
    leastDays: 365,
    count: async (purge) => {
      const from = await beginningOf(purge.db, keyring, purge);
      const until = await endOfPurge(purge.db, purge);
      const { rows } = await sql<{ count: string }>`
        SELECT count(*) AS count FROM audit WHERE organization_id = ${purge.organizationId}
          AND seal_position > ${from.position} AND seal_position < coalesce((
            SELECT min(seal_position) FROM audit WHERE organization_id = ${purge.organizationId}
              AND seal_position > ${from.position} AND at >= ${until}), ${afterAll})`.execute(
        purge.db,
      );
      return Number(rows[0]?.count ?? 0);
    },
    purge: async (purge) => {
      let total = 0;
      for (;;) {
        const gone = await purge.db.transaction().execute((trx) => purgeBatch(trx, keyring, purge));
        if (gone === 0) return total;
        purge.onBatch(gone);
        total += gone;
      }
    },
  };
}

const afterAll = '9223372036854775807';

async function purgeBatch(
  trx: Transaction<Database>,
  keyring: Keyring,
  purge: Purge,
): Promise<number> {
  const { organizationId, batchRows } = purge;
  // Its own statement: the next one's snapshot is taken behind the lock, and sees the last checkpoint.
  const lock = `audit-purge/${organizationId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(trx);
  const from = await beginningOf(trx, keyring, purge);
  const heads = await signedHeads(trx, keyring, organizationId);
  const before = await endOfPurge(trx, purge);
  const { end, brokenAt } = await walkChain(trx, keyring, {
    organizationId,
    heads,
    from,
    most: batchRows,
    before,
  });
  // To purge it would take away what shows that somebody changed it.
  if (brokenAt !== null) throw isBroken(brokenAt.position);
  if (end.position === from.position) return 0;
  await moveCheckpoint(trx, keyring, organizationId, { ...end, at: purge.at });
  const { numAffectedRows: gone = 0n } = await sql`
    DELETE FROM audit WHERE organization_id = ${organizationId}
      AND seal_position <= ${end.position}`.execute(trx);
  return Number(gone);
}

async function beginningOf(
  db: Kysely<Database>,
  keyring: Keyring,
  { organizationId }: Purge,
): Promise<ChainEnd> {
  const beginning = await readBeginning(db, keyring, organizationId);
  if (beginning.is === 'forged') throw isBroken(1);
  return endBefore(beginning);
}

/** A chain goes from its beginning only: all from the held session's creation on stays with it. */
async function endOfPurge(db: Kysely<Database>, { organizationId, before }: Purge): Promise<Date> {
  const oldest = await db
    .selectFrom('sessions')
    .select('created_at')
    .where('organization_id', '=', organizationId)
    .where('legal_hold', '=', true)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return oldest !== undefined && oldest.created_at < before ? oldest.created_at : before;
}

function isBroken(position: number): VerifaError {
  return new VerifaError('config_invalid', {
    detail: `--what: the audit chain does not hold at ${String(position)}; see GET /api/v1/events/verify`,
  });
}
