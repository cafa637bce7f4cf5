import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Keyring } from '../crypto/keyring';
import { hmacSha256 } from '../crypto/seal';
import type { Database } from '../database/schema';
import type { OrganizationId, UserId } from '../domain/ids';
import { base32 } from './totp';

const howMany = 10;
/** 80 random bits each, so a keyed hash is enough. */
const codeBytes = 10;

interface Owner {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
}

/** New ones in place of all earlier; told now, kept as keyed hashes. */
export async function replaceRecoveryCodes(
  db: Kysely<Database>,
  keyring: Pick<Keyring, 'derive'>,
  { organizationId, userId }: Owner,
  now: Date,
): Promise<readonly string[]> {
  const codes = Array.from({ length: howMany }, newCode);
  await db.deleteFrom('user_recovery_codes').where('user_id', '=', userId).execute();
  await db
    .insertInto('user_recovery_codes')
    .values(
      codes.map((code) => ({
        organization_id: organizationId,
        user_id: userId,
        code_hash: hashOf(keyring, userId, code),
        created_at: now,
      })),
    )
    .execute();
  return codes;
}

/** True once a code: whoever comes second with it, at whatever moment, has none. */
export async function takeRecoveryCode(
  db: Kysely<Database>,
  keyring: Pick<Keyring, 'derive'>,
  userId: UserId,
  sent: string,
  now: Date,
): Promise<boolean> {
  const taken = await db
    .updateTable('user_recovery_codes')
    .set({ used_at: now })
    .where('user_id', '=', userId)
    .where('code_hash', '=', hashOf(keyring, userId, sent))
    .where('used_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst();
  return taken !== undefined;
}

function newCode(): string {
  const text = base32(randomBytes(codeBytes)).toLowerCase();
  return (text.match(/.{4}/g) ?? []).join('-');
}

/** However it was typed: hyphens, blanks and capitals are for people. */
function hashOf(keyring: Pick<Keyring, 'derive'>, userId: UserId, code: string): Buffer {
  const plain = code.toLowerCase().replaceAll(/[\s-]/g, '');
  return hmacSha256(keyring.derive('recovery-codes'), `${userId}/${plain}`);
}
