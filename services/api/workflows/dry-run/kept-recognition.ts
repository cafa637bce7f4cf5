import type { Kysely } from 'kysely';
import type { Keyring } from '../../../../shared/crypto/keyring';
import { open } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { Database, SessionRow } from '../../../../shared/database/schema';
import { unpackFace } from '../../../../activities/checks/engines/face/packed-embedding';
import { ownerKey } from '../../../../shared/applicant/keyed-hash';
import type { DuplicateKind } from '../../../../shared/domain/checks/duplicate-kind';
import type { KeptAttribute } from '../../../../activities/checks/records/duplicates/keep-attributes';
import type { FaceEmbedding } from '../../../../activities/checks/engines/engines';

interface KeptDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
}

/** What a session is found by, of these kinds, as its own duplicate check kept it. */
export async function keptAttributes(
  { db }: Pick<KeptDeps, 'db'>,
  session: Pick<SessionRow, 'id'>,
  kinds: readonly DuplicateKind[],
): Promise<readonly KeptAttribute[]> {
  const rows = await db
    .selectFrom('session_attributes')
    .select(['kind', 'value_hash'])
    .where('session_id', '=', session.id)
    .execute();
  return rows
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, value_hash: hash }) => ({ kind, hash }));
}

/** The session's face without an engine; null when none was kept. */
export async function keptFace(
  { db, keyring }: KeptDeps,
  session: SessionRow,
): Promise<FaceEmbedding | null> {
  const row = await db
    .selectFrom('face_embeddings')
    .select(['engine', 'embedding_sealed'])
    .where('session_id', '=', session.id)
    .where('capture', '=', session.capture)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const key = ownerKey(keyring, session, 'face-embeddings');
  const context = sealContext.faceEmbedding(session.id, session.capture);
  const { values } = unpackFace(open(key, context, row.embedding_sealed));
  return { engine: row.engine, embedding: Float32Array.from(values) };
}
