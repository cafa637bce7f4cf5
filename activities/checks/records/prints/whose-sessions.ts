import { sql, type Kysely } from 'kysely';
import { ownerKey } from '../../../../shared/applicant/keyed-hash';
import { whosePicture } from '../../../../shared/domain/checks/whose-picture';
import type { Keyring } from '../../../../shared/crypto/keyring';
import { open } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { Database, SessionRow } from '../../../../shared/database/schema';
import { packedCosine, packEmbedding, unpackFace } from '../../engines/face/packed-embedding';
import type { SessionId } from '../../../../shared/domain/ids';
import { otherPeoples, sameIdentity } from '../duplicates/same-identity';
import type { FaceEmbedding } from '../../engines/engines';
import { calibratedScore } from '../../engines/face/face-calibration';

interface WhoseDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
}

/** The judged session's own face; null when its selfie shows none. */
export type OwnFace = () => Promise<FaceEmbedding | null>;

/**
 * Of each of these sessions, which uploaded this session's picture before, whether it was of another person.
 * Those of the same identity are left out: the integrator knows that they are one person's.
 */
export async function whoseSessions(
  deps: WhoseDeps,
  session: SessionRow,
  ids: readonly SessionId[],
  /** `ownFace` null: a face says nothing of whose the picture is. */
  own: { readonly document: Buffer | null; readonly ownFace: OwnFace | null },
): Promise<ReadonlyMap<SessionId, ReturnType<typeof whosePicture>>> {
  const others = await ofOtherIdentities(deps.db, session, ids);
  if (others.length === 0) return new Map();
  const faces = own.ownFace === null ? null : await faceScores(deps, session, others, own.ownFace);
  return new Map(
    others.map(({ id, external_ref: reference, document_hash: theirs }) => {
      const sameNumber =
        own.document === null || theirs === null ? null : theirs.equals(own.document);
      const hasOtherReference = reference !== null && session.external_ref !== null;
      const faceScore = faces?.get(id) ?? null;
      return [id, whosePicture({ hasOtherReference, sameNumber, faceScore })];
    }),
  );
}

type Other = Awaited<ReturnType<typeof ofOtherIdentities>>[number];

async function ofOtherIdentities(
  db: Kysely<Database>,
  session: SessionRow,
  ids: readonly SessionId[],
) {
  if (ids.length === 0) return [];
  const identity = await sameIdentity(db, session);
  return (
    otherPeoples(db, session, identity)
      .where(sql<boolean>`sessions.id = ANY(${ids})`)
      .select(['sessions.id', 'sessions.external_ref'])
      // The document read beside its pictures. Of a session that showed two, the newest counts.
      .select((eb) =>
        eb
          .selectFrom('document_prints')
          .select('document_hash')
          .whereRef('document_prints.session_id', '=', 'sessions.id')
          .where('document_hash', 'is not', null)
          .orderBy('position', 'desc')
          .limit(1)
          .as('document_hash'),
      )
      .execute()
  );
}

/** Only where the organisation keeps faces (`duplicate_detection`): the best score with each one's. */
async function faceScores(
  { db, keyring }: WhoseDeps,
  session: SessionRow,
  others: readonly Other[],
  ownFace: OwnFace,
): Promise<ReadonlyMap<SessionId, number>> {
  const rows = await db
    .selectFrom('face_embeddings')
    .select(['session_id', 'capture', 'engine', 'embedding_sealed'])
    .where('organization_id', '=', session.organization_id)
    .where('environment', '=', session.environment)
    .where(sql<boolean>`session_id = ANY(${others.map(({ id }) => id)})`)
    .execute();
  const face = rows.length === 0 ? null : await ownFace();
  const best = new Map<SessionId, number>();
  if (face === null) return best;
  const key = ownerKey(keyring, session, 'face-embeddings');
  const own = unpackFace(packEmbedding(face.embedding));
  for (const { session_id: id, capture, engine, embedding_sealed: sealed } of rows) {
    if (engine !== face.engine) continue;
    const theirs = unpackFace(open(key, sealContext.faceEmbedding(id, capture), sealed));
    const score = calibratedScore(packedCosine(own, theirs));
    best.set(id, Math.max(best.get(id) ?? 0, score));
  }
  return best;
}
