import type { Transaction } from 'kysely';
import type { Database } from '../database/schema';
import type { OrganizationId } from '../domain/ids';
import type { Keyring } from '../crypto/keyring';
import { isSignedHead } from './chain-head';
import { chainKey, coveredColumns, linkHash, type ChainEnd } from './chain-link';
import { commitment } from './personal-values';

/** Some milliseconds of work, before the process has its turn again. */
const pageSize = 250;

export interface Break {
  /** The first place in the chain that does not hold. */
  readonly position: number;
  /** `head_altered`: the tip, a signed head or the checkpoint is not the one that was written. */
  readonly reason: 'altered' | 'removed' | 'cut_off' | 'head_altered';
}

export interface Head extends ChainEnd {
  readonly at: Date;
  readonly isOurs: boolean;
}

export interface Walked {
  readonly end: ChainEnd;
  readonly brokenAt: Break | null;
}

interface Walk {
  readonly organizationId: OrganizationId;
  readonly heads: readonly Head[];
  /** The first row has to follow it. */
  readonly from: ChainEnd;
  /** How many rows at most. Default: all. */
  readonly most?: number;
  /** Stops in front of the first row of that time or later. */
  readonly before?: Date;
}

/** In the order of the chain, each with whether we signed it. */
export async function signedHeads(
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

/** Holds each row to the one before it, as far as all of them hold. */
export async function walkChain(
  trx: Transaction<Database>,
  keyring: Keyring,
  { organizationId, heads, from, most = Infinity, before }: Walk,
): Promise<Walked> {
  const key = chainKey(keyring);
  const headAt = new Map(heads.map((head) => [head.position, head]));
  let end = from;
  for (;;) {
    const left = from.position + most - end.position;
    const limit = Math.min(pageSize, left);
    const rows = await page(trx, organizationId, end.position, limit);
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
      if (before !== undefined && new Date(row.exact_at) >= before) return { end, brokenAt: null };
      end = { position, hash };
    }
    if (rows.length < pageSize) return { end, brokenAt: null };
  }
}

function page(
  trx: Transaction<Database>,
  organizationId: OrganizationId,
  after: number,
  limit: number,
) {
  return trx
    .selectFrom('audit')
    .select(coveredColumns)
    .select(['client_address', 'user_agent', 'personal_salt', 'seal_position', 'seal_hash'])
    .where('organization_id', '=', organizationId)
    .where('seal_position', '>', String(after))
    .orderBy('seal_position')
    .limit(limit)
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
