import { sql, type Kysely, type Transaction } from 'kysely';
import { signHead } from '../../shared/audit/chain-head';
import { chainKey, coveredColumns, linkHash, tipMac } from '../../shared/audit/chain-link';
import type { ChainEnd } from '../../shared/audit/chain-link';
import { readTip } from '../../shared/audit/chain-tip';
import type { Keyring } from '../../shared/crypto/keyring';
import type { Database } from '../../shared/database/schema';
import type { OrganizationId } from '../../shared/domain/ids';
import { eachOnItsOwn, type Alert } from '../each-on-its-own';

const batchSize = 500;
/** What is left of one organisation is the next run's: the others have their turn. */
const batchesPerRun = 40;
const headEveryMs = 60 * 60 * 1000;

export interface SealDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  readonly clock: () => Date;
  readonly heartbeat: () => void;
  /** Called when a chain has no end that we wrote: someone has to look. */
  readonly alert: Alert;
}

/**
 * Chains what was audited since the last time, organisation by organisation, in the order of time as far
 * as it is committed; a row that is committed later comes later. Answers with how many rows that were.
 */
export async function sealAudit(deps: SealDeps): Promise<{ readonly sealed: number }> {
  let sealed = 0;
  await eachOnItsOwn(
    await withWork(deps),
    {
      what: 'sealing the audit log',
      idsOf: (organizationId) => ({ organizationId }),
      alert: deps.alert,
    },
    async (organizationId) => {
      for (let batches = 0; batches < batchesPerRun; batches += 1) {
        const count = await sealBatch(deps, organizationId);
        deps.heartbeat();
        sealed += count;
        if (count < batchSize) break;
      }
      return true;
    },
  );
  return { sealed };
}

/** Who has rows to seal, or an hour's rows to sign. */
async function withWork({ db, clock }: SealDeps): Promise<readonly OrganizationId[]> {
  const lately = new Date(clock().getTime() - headEveryMs);
  const { rows } = await sql<{ organization_id: OrganizationId }>`
    SELECT organization_id FROM audit WHERE seal_position IS NULL
    UNION
    SELECT organization_id FROM audit_tips WHERE NOT EXISTS (
      SELECT FROM audit_heads WHERE audit_heads.organization_id = audit_tips.organization_id
        AND (audit_heads.position >= audit_tips.position OR audit_heads.at > ${lately}))
    ORDER BY organization_id`.execute(db);
  return rows.map((row) => row.organization_id);
}

async function sealBatch(deps: SealDeps, organizationId: OrganizationId): Promise<number> {
  const key = chainKey(deps.keyring);
  return deps.db.transaction().execute(async (trx) => {
    // Its own statement: the next one's snapshot is taken behind the lock, and sees the last tip.
    const lock = `audit-chain/${organizationId}`;
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(trx);
    const tip = await readTip(trx, key, organizationId);
    if (tip.is === 'lost') {
      // A new tip would bury what happened: the rows wait, and `verify` tells of both.
      deps.alert('the audit chain has no end that was sealed', { organizationId });
      return 0;
    }
    const { count, end } = await chain(trx, key, organizationId, tip.end);
    if (count > 0) await keepTip(trx, key, organizationId, end);
    if (end.position > 0) await signHourly(deps, trx, organizationId, end);
    return count;
  });
}

async function chain(
  trx: Transaction<Database>,
  key: Buffer,
  organizationId: OrganizationId,
  from: ChainEnd,
): Promise<{ readonly count: number; readonly end: ChainEnd }> {
  const rows = await trx
    .selectFrom('audit')
    .select(coveredColumns)
    .where('organization_id', '=', organizationId)
    .where('seal_position', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(batchSize)
    .execute();
  let end = from;
  const hashes: string[] = [];
  for (const row of rows) {
    const position = end.position + 1;
    end = { position, hash: linkHash(key, end.hash, position, row) };
    hashes.push(end.hash.toString('hex'));
  }
  const ids = rows.map(({ id }) => id);
  await sql`
    UPDATE audit SET seal_position = ${from.position} + sealed.nth, seal_hash = decode(sealed.hash, 'hex')
    FROM unnest(${ids}::text[], ${hashes}::text[]) WITH ORDINALITY AS sealed (id, hash, nth)
    WHERE audit.id = sealed.id`.execute(trx);
  return { count: rows.length, end };
}

async function keepTip(
  trx: Transaction<Database>,
  key: Buffer,
  organizationId: OrganizationId,
  end: ChainEnd,
): Promise<void> {
  const tip = { ...end, mac: tipMac(key, organizationId, end) };
  await trx
    .insertInto('audit_tips')
    .values({ organization_id: organizationId, ...tip })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(tip))
    .execute();
}

async function signHourly(
  { keyring, clock }: SealDeps,
  trx: Transaction<Database>,
  organizationId: OrganizationId,
  end: ChainEnd,
): Promise<void> {
  const last = await trx
    .selectFrom('audit_heads')
    .select(['position', 'at'])
    .where('organization_id', '=', organizationId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  const at = clock();
  if (last !== undefined) {
    if (Number(last.position) >= end.position) return;
    if (at.getTime() - last.at.getTime() < headEveryMs) return;
  }
  const signature = signHead(keyring, { organizationId, at, ...end });
  await trx
    .insertInto('audit_heads')
    .values({ organization_id: organizationId, ...end, signature, at })
    .execute();
}
