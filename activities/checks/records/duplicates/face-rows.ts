import type { Kysely } from 'kysely';
import type { Owner } from '../../../../shared/applicant/keyed-hash';
import { open } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { Database } from '../../../../shared/database/schema';
import { unpackFace, type PackedFace } from '../../engines/face/packed-embedding';

type Place = { readonly before: string } | { readonly after: string };
export type FaceRow = Awaited<ReturnType<typeof readFaces>>[number];

/** A page of an owner's sealed faces: down from a position, or up from one, which is not part of it. */
export function readFaces(
  db: Kysely<Database>,
  owner: Owner,
  from: Place & { readonly engine: string; readonly limit: number },
) {
  const ofOwner = db
    .selectFrom('face_embeddings')
    .select(['position', 'session_id', 'capture', 'embedding_sealed'])
    .where('organization_id', '=', owner.organization_id)
    .where('environment', '=', owner.environment)
    .where('engine', '=', from.engine)
    .limit(from.limit);
  return 'before' in from
    ? ofOwner.where('position', '<', from.before).orderBy('position', 'desc').execute()
    : ofOwner.where('position', '>', from.after).orderBy('position').execute();
}

/** @param key the owner's, of face embeddings */
export function openFace(key: Buffer, row: FaceRow): PackedFace {
  const context = sealContext.faceEmbedding(row.session_id, row.capture);
  return unpackFace(open(key, context, row.embedding_sealed));
}
