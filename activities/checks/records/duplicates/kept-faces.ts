import { setImmediate as turn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { ownerKey, type Owner } from '../../../../shared/applicant/keyed-hash';
import type { Keyring } from '../../../../shared/crypto/keyring';
import type { Database } from '../../../../shared/database/schema';
import type { SessionId } from '../../../../shared/domain/ids';
import { packEmbedding, unpackFace } from '../../engines/face/packed-embedding';
import { followErasedFaces } from './erased-faces';
import { FaceMatrix, type MatrixHit } from './face-matrix';
import { openFace, readFaces } from './face-rows';
import type { FaceQuery, FaceScan } from './face-query';

export interface KeptFacesOptions {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  readonly databaseUrl: string;
  /** In all, over all owners: some 550 bytes each, 110 MB. Default 200,000. */
  readonly mostFaces?: number;
}

/** Faces deciphered once, and kept in this process's memory only until their session is erased. */
export interface KeptFaces {
  /** Null where an owner's do not fit, or nobody tells what is erased: they are to be read row by row. */
  search(owner: Owner, query: FaceQuery, signal: AbortSignal): Promise<FaceScan | null>;
  /** How many are held now. */
  size(): number;
  close(): Promise<void>;
}

interface OwnersFaces {
  readonly matrix: FaceMatrix;
  /** The position up to which rows were read. */
  readUpTo: string;
  /** Whoever searches waits for whoever reads. */
  reading: Promise<void>;
  isTooMany: boolean;
}

const rowsPerPage = 500;

export function keepFaces(options: KeptFacesOptions): KeptFaces {
  const { db, keyring, databaseUrl, mostFaces = 200_000 } = options;
  /** The least lately searched first. */
  const owners = new Map<string, OwnersFaces>();
  /** Erased while rows are being read: a row that was read before is not added behind its erasure. */
  const erasedMeanwhile = new Set<SessionId>();
  let readers = 0;

  const following = followErasedFaces(databaseUrl, {
    onErased(sessionId) {
      if (readers > 0) erasedMeanwhile.add(sessionId);
      for (const { matrix } of owners.values()) matrix.forget(sessionId);
    },
    onLost: () => owners.clear(),
  });

  const size = (): number => [...owners.values()].reduce((sum, { matrix }) => sum + matrix.size, 0);

  function facesOf(key: string, dimensions: number): OwnersFaces {
    const found = owners.get(key);
    const faces = (found?.matrix.isSparse === true ? undefined : found) ?? {
      matrix: new FaceMatrix(dimensions),
      readUpTo: '0',
      reading: Promise.resolve(),
      isTooMany: false,
    };
    owners.delete(key);
    owners.set(key, faces);
    return faces;
  }

  /** Reads what came since; marks an owner whose faces do not fit, even alone. */
  async function readOn(
    key: string,
    faces: OwnersFaces,
    { owner, engine, signal }: { owner: Owner; engine: string; signal: AbortSignal },
  ): Promise<void> {
    const sealedWith = ownerKey(keyring, owner, 'face-embeddings');
    readers += 1;
    try {
      for (;;) {
        signal.throwIfAborted();
        const rows = await readFaces(db, owner, {
          engine,
          after: faces.readUpTo,
          limit: rowsPerPage,
        });
        for (const row of rows) {
          if (erasedMeanwhile.has(row.session_id)) continue;
          const face = openFace(sealedWith, row);
          faces.matrix.add({
            position: Number(row.position),
            sessionId: row.session_id,
            // Its own copy: the row's buffer holds more than the face.
            face: { values: face.values.slice(), norm: face.norm },
          });
        }
        faces.readUpTo = rows.at(-1)?.position ?? faces.readUpTo;
        makeRoom(key, faces);
        if (faces.isTooMany || rows.length < rowsPerPage) return;
        await turn();
      }
    } finally {
      readers -= 1;
      if (readers === 0) erasedMeanwhile.clear();
    }
  }

  function makeRoom(key: string, faces: OwnersFaces): void {
    for (const other of owners.keys()) {
      if (size() <= mostFaces) return;
      if (other !== key) owners.delete(other);
    }
    faces.isTooMany = size() > mostFaces;
    if (faces.isTooMany) owners.delete(key);
  }

  /** Those that are still there: one may have been erased in this moment. */
  async function standing(owner: Owner, hits: readonly MatrixHit[]): Promise<FaceScan['hits']> {
    if (hits.length === 0) return [];
    const rows = await db
      .selectFrom('face_embeddings')
      .select('position')
      .where('organization_id', '=', owner.organization_id)
      .where('environment', '=', owner.environment)
      .where(
        'position',
        'in',
        hits.map(({ position }) => String(position)),
      )
      .execute();
    const there = new Set(rows.map(({ position }) => Number(position)));
    return hits
      .filter(({ position }) => there.has(position))
      .map(({ sessionId, score }) => ({ sessionId, score }));
  }

  return {
    size,
    close: () => following.close(),
    async search(owner, { face, before, minimumScore }, signal) {
      if (!following.isListening()) return null;
      const { engine, embedding } = face;
      const key = [owner.organization_id, owner.environment, engine].join('/');
      const faces = facesOf(key, embedding.length);
      const mine = faces.reading.then(() => readOn(key, faces, { owner, engine, signal }));
      faces.reading = mine.catch(() => undefined);
      await mine;
      if (faces.isTooMany || owners.get(key) !== faces) return null;
      const wanted = unpackFace(packEmbedding(embedding));
      const query = { wanted, before: Number(before), minimumScore };
      const { hits, compared } = await faces.matrix.search(query, async () => {
        await turn();
        signal.throwIfAborted();
      });
      // What was erased or lost in between was not compared: row by row then.
      if (owners.get(key) !== faces) return null;
      return { hits: await standing(owner, hits), compared };
    },
  };
}
