import type { Kysely, Transaction } from 'kysely';
import type { Keyring } from '../../../../shared/crypto/keyring';
import { seal } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { Database, SessionRow } from '../../../../shared/database/schema';
import { packEmbedding } from '../../engines/face/packed-embedding';
import type { AttributeKind } from '../../../../shared/domain/checks/duplicate-kind';
import { keyedHash, ownerKey } from '../../../../shared/applicant/keyed-hash';
import type { AttemptRef } from '../../../session/contract';
import type { FaceEmbedding } from '../../engines/engines';
import { lockForKeeping } from '../lock-for-keeping';
import type { DuplicateAttribute } from './duplicate-attributes';

export interface KeepDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  readonly clock: () => Date;
}

export interface KeptAttribute {
  readonly kind: AttributeKind;
  readonly hash: Buffer;
}

/**
 * Writes what the session is found by, before anything is looked up. Two sessions of one person at the same
 * moment cannot both miss each other: positions are given out under a lock that is held until the commit,
 * so that whoever has the higher one sees the other's row. A repeat keeps the first position, and what an
 * earlier attempt showed stays until redaction.
 *
 * @throws VerifaError attempt_stale when the session went on; nothing is kept of one that was redacted
 */
export async function keepAttributes(
  { db, keyring, clock }: KeepDeps,
  session: SessionRow,
  ref: AttemptRef,
  found: {
    readonly attributes: readonly DuplicateAttribute[];
    readonly face: FaceEmbedding | null;
  },
): Promise<readonly KeptAttribute[]> {
  const key = ownerKey(keyring, session, 'duplicate-attributes');
  const kept = found.attributes.map(({ kind, canonical }) => ({
    kind,
    hash: keyedHash(key, kind, canonical),
  }));
  const at = clock();
  await db.transaction().execute(async (trx) => {
    await lockForKeeping(trx, session, ref, ['duplicates']);
    if (kept.length > 0) await insertAttributes(trx, session, kept, at);
    if (found.face !== null) await insertFace(trx, keyring, session, found.face, at);
  });
  return kept;
}

async function insertAttributes(
  trx: Transaction<Database>,
  { id, organization_id, environment }: SessionRow,
  kept: readonly KeptAttribute[],
  at: Date,
): Promise<void> {
  await trx
    .insertInto('session_attributes')
    .values(
      kept.map(({ kind, hash }) => ({
        organization_id,
        environment,
        session_id: id,
        kind,
        value_hash: hash,
        created_at: at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['session_id', 'kind', 'value_hash']).doNothing())
    .execute();
}

async function insertFace(
  trx: Transaction<Database>,
  keyring: Keyring,
  session: SessionRow,
  { embedding, engine }: FaceEmbedding,
  at: Date,
): Promise<void> {
  const key = ownerKey(keyring, session, 'face-embeddings');
  const context = sealContext.faceEmbedding(session.id, session.capture);
  await trx
    .insertInto('face_embeddings')
    .values({
      organization_id: session.organization_id,
      environment: session.environment,
      session_id: session.id,
      capture: session.capture,
      engine,
      embedding_sealed: seal(key, context, packEmbedding(embedding)),
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(['session_id', 'capture', 'engine']).doNothing())
    .execute();
}
