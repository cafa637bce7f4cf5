import { sql } from 'kysely';
import { packEmbedding } from '../../../../activities/checks/engines/face/packed-embedding';
import { keepFaces } from '../../../../activities/checks/records/duplicates/kept-faces';
import { scanFaces } from '../../../../activities/checks/records/duplicates/scan-faces';
import { ownerKey } from '../../../../shared/applicant/keyed-hash';
import { seal } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { Id } from '../../../../shared/domain/ids';
import { generatedId } from '../../../database/generated-rows';
import type { GrowthDeps, Subject } from './subject';

const dimensions = 512;
const engine = 'bench 1';
const perInsert = 1_000;
/** One owner's at most: so many fit into a worker's memory beside others'. */
const mostFaces = 100_000;

function randomFace(): Float32Array {
  return Float32Array.from({ length: dimensions }, () => Math.random() - 0.5);
}

/** A search for a face, over deciphered ones and over sealed rows. */
export function faceSubjects(deps: GrowthDeps): readonly Subject[] {
  const { db, keyring, organizationId } = deps;
  const owner = { organization_id: organizationId, environment: 'live' } as const;
  const key = ownerKey(keyring, owner, 'face-embeddings');
  const kept = keepFaces(deps);
  const query = () => ({
    face: { embedding: randomFace(), engine },
    before: '9223372036854775807',
    minimumScore: 0.9,
  });
  const signal = new AbortController().signal;
  let stored = 0;
  async function store(size: number): Promise<void> {
    for (; stored < Math.min(size, mostFaces); stored += perInsert) {
      const ids = Array.from(
        { length: perInsert },
        (_, index): Id<'session'> => `ses_${generatedId('', stored + index + 1)}`,
      );
      const sealed = ids.map((id) =>
        seal(key, sealContext.faceEmbedding(id, 1), packEmbedding(randomFace())).toString('hex'),
      );
      await sql`INSERT INTO face_embeddings (organization_id, environment, session_id, capture, engine,
          embedding_sealed, created_at)
        SELECT ${organizationId}, 'live', id, 1, ${engine}, decode(sealed, 'hex'), now()
        FROM unnest(${ids}::text[], ${sealed}::text[]) AS faces (id, sealed)`.execute(db);
    }
  }
  return [
    {
      name: 'a face, among deciphered ones',
      prepare: store,
      call: () => scanFaces({ ...deps, faces: kept }, owner, query(), signal),
      close: () => kept.close(),
    },
    { name: 'a face, row by row', calls: 2, call: () => scanFaces(deps, owner, query(), signal) },
  ];
}
