import { sql, type Kysely } from 'kysely';
import { seal } from '../../../shared/crypto/seal';
import { sealContext } from '../../../shared/crypto/session-key';
import { createKeyring, newKeyringFile } from '../../../shared/crypto/keyring';
import { connectDatabase } from '../../../shared/database/connect';
import type { Database } from '../../../shared/database/schema';
import { newId, type OrganizationId, type SessionId } from '../../../shared/domain/ids';
import { bootstrapOrganization } from '../../../shared/organization/first-organization';
import { ownerKey } from '../../../shared/applicant/keyed-hash';
import { packEmbedding } from '../../../activities/checks/engines/face/packed-embedding';
import {
  keepFaces,
  type KeptFaces,
} from '../../../activities/checks/records/duplicates/kept-faces';
import { scanFaces } from '../../../activities/checks/records/duplicates/scan-faces';
import type { FaceScan } from '../../../activities/checks/records/duplicates/face-query';
import { eventually } from '../../processes/running-process';
import { createTestDatabase, type TestDatabase } from '../../stack/database';

const dimensions = 64;
const engine = 'made-up 1';
const keyring = createKeyring(newKeyringFile());
const everything = '9223372036854775807';

let database: TestDatabase;
let db: Kysely<Database>;
let organizationId: OrganizationId;
let kept: KeptFaces;
beforeAll(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 4 });
  ({ organizationId } = await bootstrapOrganization(db, () => new Date()));
  await store(1_200);
  kept = await following(200_000);
});
afterAll(async () => {
  await kept.close();
  await db.destroy();
  await database.drop();
});

const owner = () => ({ organization_id: organizationId, environment: 'live' }) as const;

/** Around a few directions, so that there are likenesses of all degrees. */
function someFace(): Float32Array {
  const towards = Math.floor(Math.random() * 5);
  return Float32Array.from(
    { length: dimensions },
    (_, index) => (index === towards ? 1 : 0) + (Math.random() - 0.5) * 0.3,
  );
}

async function store(count: number): Promise<readonly SessionId[]> {
  const key = ownerKey(keyring, owner(), 'face-embeddings');
  const ids = Array.from({ length: count }, () => newId('session'));
  await db.transaction().execute(async (trx) => {
    // Faces alone, without the sessions that they are of.
    await sql`SET LOCAL session_replication_role = replica`.execute(trx);
    await trx
      .insertInto('face_embeddings')
      .values(
        ids.map((id) => ({
          ...owner(),
          session_id: id,
          capture: 1,
          engine,
          embedding_sealed: seal(key, sealContext.faceEmbedding(id, 1), packEmbedding(someFace())),
          created_at: new Date(),
        })),
      )
      .execute();
  });
  return ids;
}

async function following(mostFaces: number): Promise<KeptFaces> {
  const faces = keepFaces({ db, keyring, databaseUrl: database.url, mostFaces });
  await eventually('the first search by memory', async () =>
    (await faces.search(owner(), query(), signal())) === null && mostFaces > 10_000
      ? undefined
      : true,
  );
  return faces;
}

const signal = () => new AbortController().signal;
const query = (before = everything, minimumScore = 0.5) => ({
  face: { embedding: someFace(), engine },
  before,
  minimumScore,
});
const sorted = ({ hits, compared }: FaceScan) => ({
  compared,
  hits: [...hits].sort((a, b) => (a.sessionId < b.sessionId ? -1 : 1)),
});

test('memory finds what reading every row finds, with the same scores: recall is 1', async () => {
  const positions = await db.selectFrom('face_embeddings').select('position').execute();
  let found = 0;
  for (let round = 0; round < 40; round += 1) {
    const before = round % 2 === 0 ? everything : (positions[round * 17]?.position ?? everything);
    const asked = query(before, 0.2 + round * 0.02);
    const exact = await scanFaces({ db, keyring }, owner(), asked, signal());
    const remembered = await kept.search(owner(), asked, signal());
    expect(remembered).not.toBeNull();
    expect(sorted(remembered ?? { hits: [], compared: 0 })).toEqual(sorted(exact));
    found += exact.hits.length;
  }
  expect(found).toBeGreaterThan(1_000);
});

test('what came since is found, and an erased face leaves the memory without being asked for', async () => {
  const [id = 'ses_'] = await store(1);
  const all = { ...query(), minimumScore: 0 };
  const held = await kept.search(owner(), all, signal());
  expect(held?.hits.some(({ sessionId }) => sessionId === id)).toBe(true);
  const before = kept.size();
  await db.deleteFrom('face_embeddings').where('session_id', '=', id).execute();
  await eventually('it to be forgotten', () =>
    Promise.resolve(kept.size() === before - 1 ? true : undefined),
  );
  const after = await kept.search(owner(), all, signal());
  expect(after?.hits.some(({ sessionId }) => sessionId === id)).toBe(false);
});

test('a connection that breaks takes the memory along, and searches go on row by row, then by memory', async () => {
  await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'LISTEN verifa_erased_faces%'`.execute(db);
  await eventually('the memory to be gone', () =>
    Promise.resolve(kept.size() === 0 ? true : undefined),
  );
  const asked = query();
  const exact = await scanFaces({ db, keyring }, owner(), asked, signal());
  const through = await scanFaces({ db, keyring, faces: kept }, owner(), asked, signal());
  expect(sorted(through)).toEqual(sorted(exact));
  await eventually('it to be kept again', async () =>
    (await kept.search(owner(), asked, signal())) === null ? undefined : true,
  );
});

test('faces that do not fit are read row by row, all of them', async () => {
  const small = await following(100);
  const { count } = await db
    .selectFrom('face_embeddings')
    .select((e) => e.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  const scan = await scanFaces({ db, keyring, faces: small }, owner(), query(), signal());
  expect(scan.compared).toBe(Number(count));
  expect(small.size()).toBeLessThanOrEqual(100);
  await small.close();
});
