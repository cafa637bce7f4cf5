import type { Kysely } from 'kysely';
import type { Keyring } from '../../../../shared/crypto/keyring';
import { open } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { Database } from '../../../../shared/database/schema';
import {
  packedCosine,
  packEmbedding,
  unpackFace,
  type PackedFace,
} from '../../engines/face/packed-embedding';
import type { SessionId } from '../../../../shared/domain/ids';
import { ownerKey, type Owner } from '../../../../shared/applicant/keyed-hash';
import type { FaceEmbedding } from '../../engines/engines';
import { calibratedScore } from '../../engines/face/face-calibration';

export interface ScanLimits {
  /** Read, deciphered and forgotten together; the event loop turns between two pages. */
  readonly pageRows: number;
  /** Up to here one search is measured (deploy/ACCURACY.md); of more, the newest are compared. */
  readonly faces: number;
}
const defaultLimits: ScanLimits = { pageRows: 1_000, faces: 100_000 };

export interface ScanDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
}

export interface FaceQuery {
  readonly face: FaceEmbedding;
  /** Only faces kept before this position. */
  readonly before: string;
  /** On the calibrated score. */
  readonly minimumScore: number;
  readonly limits?: ScanLimits;
}

export interface FaceHit {
  readonly sessionId: SessionId;
  readonly score: number;
}

export interface FaceScan {
  readonly hits: readonly FaceHit[];
  readonly compared: number;
  /** There were more faces than are compared. */
  readonly truncated: boolean;
}

/** Compares a face with the owner's, the newest first, one after the other. */
export async function scanFaces(
  { db, keyring }: ScanDeps,
  owner: Owner,
  query: FaceQuery,
  signal: AbortSignal,
): Promise<FaceScan> {
  const key = ownerKey(keyring, owner, 'face-embeddings');
  const wanted = unpackFace(packEmbedding(query.face.embedding));
  const hits: FaceHit[] = [];
  const { pageRows, faces } = query.limits ?? defaultLimits;
  const { engine } = query.face;
  let compared = 0;
  let before = query.before;
  while (compared < faces) {
    signal.throwIfAborted();
    const rows = await page(db, owner, { engine, before, limit: pageRows });
    for (const row of rows) {
      const score = calibratedScore(packedCosine(wanted, opened(key, row)));
      if (score >= query.minimumScore) hits.push({ sessionId: row.session_id, score });
    }
    compared += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return { hits, compared, truncated: false };
    before = last.position;
  }
  const more = await page(db, owner, { engine, before, limit: 1 });
  return { hits, compared, truncated: more.length > 0 };
}

type FaceRow = Awaited<ReturnType<typeof page>>[number];

function opened(key: Buffer, row: FaceRow): PackedFace {
  const context = sealContext.faceEmbedding(row.session_id, row.capture);
  return unpackFace(open(key, context, row.embedding_sealed));
}

function page(
  db: Kysely<Database>,
  owner: Owner,
  from: { readonly engine: string; readonly before: string; readonly limit: number },
) {
  return db
    .selectFrom('face_embeddings')
    .select(['position', 'session_id', 'capture', 'embedding_sealed'])
    .where('organization_id', '=', owner.organization_id)
    .where('environment', '=', owner.environment)
    .where('engine', '=', from.engine)
    .where('position', '<', from.before)
    .orderBy('position', 'desc')
    .limit(from.limit)
    .execute();
}
