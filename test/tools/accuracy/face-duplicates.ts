import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { scanFaces, type ScanDeps } from '../../../activities/checks/records/duplicates/scan-faces';
import type { FaceEmbedding } from '../../../activities/checks/engines/engines';
import { thresholdScores } from '../../../activities/checks/engines/face/match-faces';
import { createKeyring, newKeyringFile } from '../../../shared/crypto/keyring';
import { seal } from '../../../shared/crypto/seal';
import { sealContext } from '../../../shared/crypto/session-key';
import { connectDatabase } from '../../../shared/database/connect';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { packEmbedding } from '../../../activities/checks/engines/face/packed-embedding';
import { newId } from '../../../shared/domain/ids';
import { ownerKey } from '../../../shared/applicant/keyed-hash';
import { createTestDatabase } from '../../stack/database';
import { startTestPostgres } from '../../stack/servers';
import { seedSession } from '../../workflow/seed-session';
import type { AccuracyDeps } from './accuracy-deps';
import { quantile } from './quantile';
import type { Section } from './report';

const faces = 100_000;
const batch = 2_000;
const scans = 7;
/** As many as the built-in recogniser's. */
const dimensions = 512;
const engine = 'random 1';

export interface FaceScanCost {
  readonly faces: number;
  /** Medians of several scans, each over all faces. */
  readonly wallMs: number;
  readonly cpuMs: number;
  /** The most this process held during a scan, beyond what it held before. */
  readonly grownMb: number;
  /** What the faces take in Postgres, with their index. */
  readonly tableMb: number;
  readonly bytesEach: number;
}

/** What it costs to compare one face with 100,000: random ones, since cost does not depend on likeness. */
export async function measureFaceScan({
  report,
}: Pick<AccuracyDeps, 'report'>): Promise<FaceScanCost> {
  const postgres = await startTestPostgres();
  try {
    const database = await createTestDatabase(postgres.environment);
    const db = connectDatabase({ url: database.url, maxConnections: 4 });
    try {
      return await measureIn({ db, keyring: createKeyring(newKeyringFile()) }, report);
    } finally {
      await db.destroy();
    }
  } finally {
    await postgres.stop();
  }
}

async function measureIn(deps: ScanDeps, report: AccuracyDeps['report']): Promise<FaceScanCost> {
  const owner = await seedOwner(deps);
  const bytesEach = await storeFaces(deps, owner, report);
  const walls: number[] = [];
  const cpus: number[] = [];
  let grownMb = 0;
  for (let scan = 0; scan < scans; scan += 1) {
    const query = {
      face: randomFace(),
      before: '9223372036854775807',
      minimumScore: thresholdScores.very_strict,
    };
    const cost = await measured(async () => {
      const { compared } = await scanFaces(deps, owner, query, new AbortController().signal);
      if (compared !== faces) throw new Error(`compared ${String(compared)} faces`);
    });
    walls.push(cost.wallMs);
    cpus.push(cost.cpuMs);
    grownMb = Math.max(grownMb, cost.grownMb);
  }
  const { rows } = await sql<{ bytes: string }>`
    SELECT pg_total_relation_size('face_embeddings') AS bytes`.execute(deps.db);
  const tableMb = Number(rows[0]?.bytes) / 1024 / 1024;
  return { faces, wallMs: quantile(walls), cpuMs: quantile(cpus), grownMb, tableMb, bytesEach };
}

async function measured(
  work: () => Promise<void>,
): Promise<{ readonly wallMs: number; readonly cpuMs: number; readonly grownMb: number }> {
  const held = process.memoryUsage().rss;
  let most = held;
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  try {
    await work();
  } finally {
    clearInterval(sampling);
  }
  const wallMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wallMs, cpuMs: (user + system) / 1000, grownMb: (most - held) / 1024 / 1024 };
}

async function seedOwner({ db, keyring }: ScanDeps): Promise<SessionRow> {
  const organizationId = newId('organization');
  const at = new Date();
  await db
    .insertInto('organizations')
    .values({ id: organizationId, name: 'Measured', created_at: at })
    .execute();
  return seedSession({ db, keyring, organizationId, at }, { documents: [] });
}

/** One session a face, copies of the first but for their ids. */
async function storeFaces(
  { db, keyring }: ScanDeps,
  owner: SessionRow,
  report: AccuracyDeps['report'],
): Promise<number> {
  const key = ownerKey(keyring, owner, 'face-embeddings');
  let bytesEach = 0;
  for (let stored = 0; stored < faces; stored += batch) {
    const rows = Array.from({ length: batch }, () => {
      const id = newId('session');
      const packed = packEmbedding(randomFace().embedding);
      return { id, sealed: seal(key, sealContext.faceEmbedding(id, 1), packed) };
    });
    bytesEach = rows[0]?.sealed.length ?? 0;
    await copySessions(
      db,
      owner,
      rows.map(({ id }) => id),
    );
    await db
      .insertInto('face_embeddings')
      .values(
        rows.map(({ id, sealed }) => ({
          organization_id: owner.organization_id,
          environment: owner.environment,
          session_id: id,
          capture: 1,
          engine,
          embedding_sealed: sealed,
          created_at: owner.created_at,
        })),
      )
      .execute();
    if ((stored + batch) % 20_000 === 0) report(`${String(stored + batch)} faces stored`);
  }
  await sql`ANALYZE face_embeddings`.execute(db);
  return bytesEach;
}

async function copySessions(
  db: Kysely<Database>,
  owner: SessionRow,
  ids: readonly string[],
): Promise<void> {
  await sql`
    INSERT INTO sessions
    SELECT (jsonb_populate_record(seeded, jsonb_build_object('id', given.id))).*
    FROM sessions seeded, unnest(${ids}::text[]) AS given(id)
    WHERE seeded.id = ${owner.id}`.execute(db);
}

function randomFace(): FaceEmbedding {
  const values = Float32Array.from(randomBytes(dimensions), (byte) => byte - 127.5);
  const norm = Math.hypot(...values);
  return { embedding: values.map((value) => value / norm), engine };
}

export async function faceDuplicatesSection(deps: AccuracyDeps): Promise<Section> {
  const cost = await measureFaceScan(deps);
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  const mb = (value: number): string => `${value.toFixed(0)} MB`;
  return {
    title: 'Faces of earlier sessions',
    words: [
      `One face compared with ${String(cost.faces)} stored ones, one after the other: read page by page from Postgres on the same machine, deciphered, compared and forgotten. Random embeddings, since the cost does not depend on likeness; medians of ${String(scans)} scans. How often strangers match is the false-match rate above, once for each stored face: at 100,000 faces a rate of 1e-5 is one stranger a search, so that a duplicate face is for a person to look at.`,
    ],
    tables: [
      {
        head: ['faces', 'wall time', 'CPU time', 'memory grown by', 'in Postgres', 'bytes a face'],
        rows: [
          [
            String(cost.faces),
            ms(cost.wallMs),
            ms(cost.cpuMs),
            mb(cost.grownMb),
            mb(cost.tableMb),
            String(cost.bytesEach),
          ],
        ],
      },
    ],
    shortfalls: [],
  };
}
