import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Keyring } from '../../../shared/crypto/keyring';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { erasureKey, signedBytes } from '../../../shared/erasure/erasure-record';
import { freeObject } from '../http/answer-values';

/** The receipt of an erasure, which an auditor verifies offline (`deploy/ERASURE.md`). */
export const erasureObject = z
  .strictObject({
    record: freeObject,
    /** The very text whose UTF-8 bytes are signed: the record with sorted keys and no spaces. */
    signed_bytes: z.string(),
    algorithm: z.literal('ed25519'),
    /** Base64. */
    signature: z.string(),
    /** Published under `/.well-known/erasure-keys`. */
    key_id: z.string(),
    /** PEM. */
    public_key: z.string(),
  })
  .meta({ id: 'Erasure' });
export type ErasureView = z.output<typeof erasureObject>;

/** The same receipt at every asking; null while the session is not erased. */
export async function erasureOf(
  { db, keyring }: { readonly db: Kysely<Database>; readonly keyring: Keyring },
  session: Pick<SessionRow, 'id'>,
): Promise<{ readonly documentsRemoved: number; readonly erasure: ErasureView } | null> {
  const row = await db
    .selectFrom('erasures')
    .select(['record', 'signature', 'documents_removed'])
    .where('session_id', '=', session.id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { keyId, publicKey } = erasureKey(keyring);
  return {
    documentsRemoved: row.documents_removed,
    erasure: {
      record: row.record,
      signed_bytes: signedBytes(row.record),
      algorithm: 'ed25519',
      signature: row.signature,
      key_id: keyId,
      public_key: publicKey,
    },
  };
}
