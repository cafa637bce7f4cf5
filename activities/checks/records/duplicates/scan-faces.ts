import type { Kysely } from 'kysely';
import type { Keyring } from '../../../../shared/crypto/keyring';
import type { Database } from '../../../../shared/database/schema';
import { packedCosine, packEmbedding, unpackFace } from '../../engines/face/packed-embedding';
import { ownerKey, type Owner } from '../../../../shared/applicant/keyed-hash';
import { calibratedScore } from '../../engines/face/face-calibration';
import type { FaceHit, FaceQuery, FaceScan } from './face-query';
import { openFace, readFaces } from './face-rows';
import type { KeptFaces } from './kept-faces';

/** Read, deciphered and forgotten together; the event loop turns between two pages. */
const rowsPerPage = 500;

export interface ScanDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  /** Absent: each search reads and deciphers all. */
  readonly faces?: KeptFaces | undefined;
}

/** Compares a face with all of the owner's, the newest first. */
export async function scanFaces(
  deps: ScanDeps,
  owner: Owner,
  query: FaceQuery,
  signal: AbortSignal,
): Promise<FaceScan> {
  const kept = await deps.faces?.search(owner, query, signal);
  return kept ?? readAll(deps, owner, query, signal);
}

async function readAll(
  { db, keyring }: ScanDeps,
  owner: Owner,
  { face, minimumScore, before: from, pageRows = rowsPerPage }: FaceQuery,
  signal: AbortSignal,
): Promise<FaceScan> {
  const key = ownerKey(keyring, owner, 'face-embeddings');
  const wanted = unpackFace(packEmbedding(face.embedding));
  const hits: FaceHit[] = [];
  let compared = 0;
  for (let before = from; ;) {
    signal.throwIfAborted();
    const rows = await readFaces(db, owner, { engine: face.engine, before, limit: pageRows });
    for (const row of rows) {
      const score = calibratedScore(packedCosine(wanted, openFace(key, row)));
      if (score >= minimumScore) hits.push({ sessionId: row.session_id, score });
    }
    compared += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return { hits, compared };
    before = last.position;
  }
}
