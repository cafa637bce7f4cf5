import { sql, type Kysely, type Transaction } from 'kysely';
import type { Keyring } from '../../../shared/crypto/keyring';
import type { Database } from '../../../shared/database/schema';
import type { OrganizationId } from '../../../shared/domain/ids';
import { isSignedHead } from '../../../shared/audit/chain-head';
import {
  chainKey,
  coveredColumns,
  linkHash,
  noHash,
  type ChainEnd,
} from '../../../shared/audit/chain-link';
import { readTip } from '../../../shared/audit/chain-tip';
import { commitment } from '../../../shared/audit/personal-values';

/** Some milliseconds of work, before the process has its turn again. */
const pageSize = 250;

export interface Break {
  /** The first place in the chain that does not hold. */
  readonly position: number;
  /** `head_altered`: the tip or a signed head is not the one that was written. */
  readonly reason: 'altered' | 'removed' | 'cut_off' | 'head_altered';
}

export interface ChainState {
  readonly verifiedUpTo: number;
  readonly sealed: number;
  readonly unsealed: number;
  readonly headAt: Date | null;
  readonly brokenAt: Break | null;
}

/**
 * Walks an organisation's whole chain from its first row, over one snapshot: the sealer may go on meanwhile.
 * Who puts back an older copy of rows, tip and heads together is found by a head that is kept elsewhere.
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
      const key = chainKey(keyring);
      const heads = await signedHeads(trx, keyring, organizationId);
      const walked = await walk(trx, key, organizationId, heads);
      const tip = await readTip(trx, key, organizationId);
      const { sealed, unsealed } = await counts(trx, organizationId);
      return {
        verifiedUpTo: walked.end.position,
        sealed,
        unsealed,
        headAt: heads.at(-1)?.at ?? null,
        brokenAt: walked.brokenAt ?? brokenEnd(walked.end, tip, heads),
      };
    });
}

interface Head extends ChainEnd {
  readonly at: Date;
  readonly isOurs: boolean;
}

async function signedHeads(
  trx: Transaction<Database>,
  keyring: Keyring,
  organizationId: OrganizationId,
): Promise<readonly Head[]> {
  const rows = await trx
    .selectFrom('audit_heads')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('position')
    .execute();
  return rows.map(({ position, hash, at, signature }) => {
    const head = { organizationId, position: Number(position), hash, at };
    return { ...head, isOurs: isSignedHead(keyring, head, signature) };
  });
}

interface Walked {
  readonly end: ChainEnd;
  readonly brokenAt: Break | null;
}

async function walk(
  trx: Transaction<Database>,
  key: Buffer,
  organizationId: OrganizationId,
  heads: readonly Head[],
): Promise<Walked> {
  const headAt = new Map(heads.map((head) => [head.position, head]));
  let end: ChainEnd = { position: 0, hash: noHash };
  for (;;) {
    const rows = await page(trx, organizationId, end.position);
    for (const row of rows) {
      const position = end.position + 1;
      if (Number(row.seal_position) !== position) return broken(end, 'removed');
      const hash = linkHash(key, end.hash, position, row);
      if (row.seal_hash === null || !hash.equals(row.seal_hash)) return broken(end, 'altered');
      if (!isCommitted(row)) return broken(end, 'altered');
      const head = headAt.get(position);
      if (head !== undefined && !(head.isOurs && head.hash.equals(hash))) {
        return broken(end, 'head_altered');
      }
      end = { position, hash };
    }
    if (rows.length < pageSize) return { end, brokenAt: null };
  }
}

function page(trx: Transaction<Database>, organizationId: OrganizationId, after: number) {
  return trx
    .selectFrom('audit')
    .select(coveredColumns)
    .select(['client_address', 'user_agent', 'personal_salt', 'seal_position', 'seal_hash'])
    .where('organization_id', '=', organizationId)
    .where('seal_position', '>', String(after))
    .orderBy('seal_position')
    .limit(pageSize)
    .execute();
}

function broken(end: ChainEnd, reason: Break['reason']): Walked {
  return { end, brokenAt: { position: end.position + 1, reason } };
}

type PersonalRow = Awaited<ReturnType<typeof page>>[number];

/** Values that still stand are those that were committed to; nulled ones are as good. */
function isCommitted(row: PersonalRow): boolean {
  const { personal_salt: salt } = row;
  if (salt === null) return row.client_address === null && row.user_agent === null;
  return (['client_address', 'user_agent'] as const).every((kind) => {
    const value = row[kind];
    if (value === null) return true;
    const kept = row[`${kind}_commitment`];
    return kept !== null && commitment(salt, kind, value).equals(kept);
  });
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
