import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Kysely } from 'kysely';
import { ed25519Key } from '../crypto/ed25519';
import type { Keyring } from '../crypto/keyring';
import type { Database } from '../database/schema';
import { canonicalJson } from '../domain/canonical-json';
import type { OrganizationId } from '../domain/ids';
import { noHash, type ChainEnd } from './chain-link';

/** Where the rest of a chain begins: all up to here held when it was purged. */
export interface Checkpoint extends ChainEnd {
  readonly at: Date;
}

export type ChainBeginning =
  | { readonly is: 'first_row' }
  | { readonly is: 'checkpoint'; readonly checkpoint: Checkpoint }
  /** There is a checkpoint, and it is none that we signed. */
  | { readonly is: 'forged' };

const firstRow: ChainEnd = { position: 0, hash: noHash };

/** What the first row that is left has to follow. */
export function endBefore(beginning: Exclude<ChainBeginning, { is: 'forged' }>): ChainEnd {
  return beginning.is === 'checkpoint' ? beginning.checkpoint : firstRow;
}

export async function readBeginning(
  db: Kysely<Database>,
  keyring: Keyring,
  organizationId: OrganizationId,
): Promise<ChainBeginning> {
  const row = await db
    .selectFrom('audit_checkpoints')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  if (row === undefined) return { is: 'first_row' };
  const checkpoint = { position: Number(row.position), hash: row.hash, at: row.at };
  const signature = Buffer.from(row.signature, 'base64');
  const key = createPublicKey(signingKey(keyring));
  const isOurs = verify(null, content(organizationId, checkpoint), key, signature);
  return isOurs ? { is: 'checkpoint', checkpoint } : { is: 'forged' };
}

/** The trigger on `audit` lets rows go that stand at or before it, in this transaction already. */
export async function moveCheckpoint(
  trx: Kysely<Database>,
  keyring: Keyring,
  organizationId: OrganizationId,
  checkpoint: Checkpoint,
): Promise<void> {
  const { position, hash, at } = checkpoint;
  const signed = sign(null, content(organizationId, checkpoint), signingKey(keyring));
  const row = { position, hash, at, signature: signed.toString('base64') };
  await trx
    .insertInto('audit_checkpoints')
    .values({ organization_id: organizationId, ...row })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(row))
    .execute();
}

function content(organizationId: OrganizationId, { position, hash, at }: Checkpoint): Buffer {
  return Buffer.from(
    canonicalJson({
      organization_id: organizationId,
      purged_up_to: position,
      hash: hash.toString('hex'),
      at: at.toISOString(),
    }),
  );
}

/** Another key than that of heads: a head that was signed in some hour lets nobody purge up to it. */
function signingKey(keyring: Keyring): KeyObject {
  return ed25519Key(keyring.derive('audit-checkpoint-signing'));
}
