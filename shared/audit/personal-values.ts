import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
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

/** Part of an erasure: of the session, and of the cases about it. Rows and chain stay whole. */
export async function forgetWhence(trx: Kysely<Database>, sessionId: string): Promise<void> {
  await sql`
    UPDATE audit SET client_address = NULL, user_agent = NULL, personal_salt = NULL
    WHERE personal_salt IS NOT NULL AND resource_id IN (
      SELECT ${sessionId} UNION ALL SELECT id FROM cases WHERE session_id = ${sessionId})`.execute(
    trx,
  );
}
