import { sql, type Kysely, type Transaction } from 'kysely';
import { endBefore, readBeginning, type Checkpoint } from '../../../shared/audit/chain-checkpoint';
import { chainKey, type ChainEnd } from '../../../shared/audit/chain-link';
import { readTip } from '../../../shared/audit/chain-tip';
import { signedHeads, walkChain, type Break, type Head } from '../../../shared/audit/walk-chain';
import type { Keyring } from '../../../shared/crypto/keyring';
import type { Database } from '../../../shared/database/schema';
import type { OrganizationId } from '../../../shared/domain/ids';

export interface ChainState {
  readonly verifiedUpTo: number;
  readonly sealed: number;
  readonly unsealed: number;
  readonly headAt: Date | null;
  /** Records up to it were purged; null: from the first one on. */
  readonly checkpoint: Pick<Checkpoint, 'position' | 'at'> | null;
  readonly brokenAt: Break | null;
}

/**
 * Walks an organisation's whole chain from its first row, or from the checkpoint behind which rows were purged,
 * over one snapshot: the sealer may go on meanwhile. Who puts back an older copy of rows, tip and heads together
 * is found by a head that is kept elsewhere.
 */
export async function verifyChain(
  db: Kysely<Database>,
  keyring: Keyring,
  organizationId: OrganizationId,
): Promise<ChainState> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const heads = await signedHeads(trx, keyring, organizationId);
      const { sealed, unsealed } = await counts(trx, organizationId);
      const headAt = heads.at(-1)?.at ?? null;
      const beginning = await readBeginning(trx, keyring, organizationId);
      if (beginning.is === 'forged') {
        const brokenAt: Break = { position: 1, reason: 'head_altered' };
        return { verifiedUpTo: 0, sealed, unsealed, headAt, checkpoint: null, brokenAt };
      }
      const from = endBefore(beginning);
      const checkpoint = beginning.is === 'checkpoint' ? beginning.checkpoint : null;
      const foreign = await firstUpTo(trx, organizationId, from.position);
      if (foreign !== null) {
        const brokenAt: Break = { position: foreign, reason: 'altered' };
        return { verifiedUpTo: 0, sealed, unsealed, headAt, checkpoint, brokenAt };
      }
      const walked = await walkChain(trx, keyring, { organizationId, heads, from });
      const tip = await readTip(trx, chainKey(keyring), organizationId);
      return {
        verifiedUpTo: walked.end.position,
        sealed,
        unsealed,
        headAt,
        checkpoint,
        brokenAt: walked.brokenAt ?? brokenEnd(walked.end, tip, heads),
      };
    });
}

/** A row at a purged place: nobody vouches for it, and a list would show it. */
async function firstUpTo(
  trx: Transaction<Database>,
  organizationId: OrganizationId,
  position: number,
): Promise<number | null> {
  const row = await trx
    .selectFrom('audit')
    .select('seal_position')
    .where('organization_id', '=', organizationId)
    .where('seal_position', '<=', String(position))
    .orderBy('seal_position')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : Number(row.seal_position);
}

/** The rows hold; do they reach as far as the tip and the heads say, and no further? */
function brokenEnd(
  end: ChainEnd,
  tip: Awaited<ReturnType<typeof readTip>>,
  heads: readonly Head[],
): Break | null {
  const position = end.position + 1;
  const furthest = heads.filter(({ isOurs }) => isOurs).at(-1)?.position ?? 0;
  if (furthest > end.position) return { position, reason: 'cut_off' };
  if (tip.is === 'there' && tip.end.position > end.position) return { position, reason: 'cut_off' };
  const holds = tip.is === 'there' && tip.end.hash.equals(end.hash);
  return holds && heads.every(({ isOurs }) => isOurs) ? null : { position, reason: 'head_altered' };
}

async function counts(
  trx: Transaction<Database>,
  organizationId: OrganizationId,
): Promise<{ readonly sealed: number; readonly unsealed: number }> {
  const row = await trx
    .selectFrom('audit')
    .select([
      sql<string>`count(seal_position)`.as('sealed'),
      sql<string>`count(*) FILTER (WHERE seal_position IS NULL)`.as('unsealed'),
    ])
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return { sealed: Number(row.sealed), unsealed: Number(row.unsealed) };
}
