import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { hmacSha256, keyBytes } from '../crypto/seal';
import type { Database } from '../database/schema';

/** From where somebody did it, as far as that is known. */
export interface Whence {
  readonly clientAddress: string;
  readonly userAgent: string | null;
}

type Kind = 'client_address' | 'user_agent';

/** Without the salt a commitment tells nothing, not even to who tries every address there is. */
export function commitment(salt: Buffer, kind: Kind, value: string): Buffer {
  return hmacSha256(salt, `${kind}\0${value}`);
}

/** The columns of an audit row: the values, and what the chain covers in their place. */
export function committed({ clientAddress, userAgent }: Whence) {
  const salt = randomBytes(keyBytes);
  return {
    client_address: clientAddress,
    user_agent: userAgent,
    personal_salt: salt,
    client_address_commitment: commitment(salt, 'client_address', clientAddress),
    user_agent_commitment: userAgent === null ? null : commitment(salt, 'user_agent', userAgent),
  };
}

/** Part of an erasure of what the rows are about. They and the chain stay whole. */
export async function forgetWhence(
  trx: Kysely<Database>,
  resourceIds: readonly string[],
): Promise<void> {
  await trx
    .updateTable('audit')
    .set({ client_address: null, user_agent: null, personal_salt: null })
    .where('resource_id', 'in', resourceIds)
    .where('personal_salt', 'is not', null)
    .execute();
  await trx
    .updateTable('audit_reads')
    .set({ client_address: null, user_agent: null })
    .where('resource_id', 'in', resourceIds)
    .execute();
}
