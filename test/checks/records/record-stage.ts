import { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { PrintedText } from '../../../activities/checks/engines/address/printed-text';
import type { ImageTraces } from '../../../activities/checks/engines/forensics/image-traces';
import { traceImage } from '../../../activities/checks/engines/forensics/trace-image';
import type { CheckEngines, FaceEmbedding } from '../../../activities/checks/engines/engines';
import type { CheckDeps } from '../../../activities/checks/judge/judge';
import { runChecks } from '../../../activities/checks/run/run-checks';
import { eraseSession } from '../../../activities/session/erase-session';
import type { CheckRequest } from '../../../activities/session/contract';
import type { ExtractedData } from '../../../shared/domain/checks/extracted-data';
import type { CheckName, CheckOutcome } from '../../../shared/domain/checks/outcome';
import { encryptDocument } from '../../../shared/crypto/document-cipher';
import { createKeyring, newKeyringFile, type Keyring } from '../../../shared/crypto/keyring';
import { openJson, sealJson } from '../../../shared/crypto/seal';
import { keyToWork, sealContext } from '../../../shared/crypto/session-key';
import { connectDatabase } from '../../../shared/database/connect';
import type { Database, SessionRow, StoredDocType } from '../../../shared/database/schema';
import { PendingWrites } from '../../../shared/records/pending-writes';
import { newId, type OrganizationId } from '../../../shared/domain/ids';
import { createTestDatabase } from '../../stack/database';
import { instantEngines } from '../../tools/bench/instant-engines';
import { rememberedLooks } from '../../tools/accuracy/remembered-looks';
import { memoryObjectStore } from '../../workflow/memory-object-store';
import { seedSession } from '../../workflow/seed-session';

/** Who a session is of; what is not named nobody said. */
export interface Somebody {
  readonly environment?: 'live' | 'sandbox';
  readonly organizationId?: OrganizationId;
  readonly externalRef?: string | null;
  readonly ip?: string | null;
  /** Known to the integrator. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Typed by the person. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly extracted?: Partial<ExtractedData>;
  /** The angle, in degrees, at which the made-up engine sees the face on the selfie. */
  readonly face?: number;
  /** The front of the document, as it was uploaded. */
  readonly front?: Buffer;
  readonly back?: Buffer;
  /** The rows that stand on the proof of address. */
  readonly proof?: readonly string[];
}

/** Sessions that are being judged, their records in a real Postgres; only the face engine is made up. */
export interface RecordStage {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  readonly organizationId: OrganizationId;
  addOrganization(): Promise<OrganizationId>;
  judging(somebody: Somebody): Promise<SessionRow>;
  /** What a later attempt read. */
  read(session: SessionRow, extracted: Partial<ExtractedData>): Promise<void>;
  run(
    session: SessionRow,
    check: CheckName,
    config?: CheckRequest['checks'][number]['config'],
  ): Promise<CheckOutcome>;
  /** Several as one activity, over engines of which some may be others. */
  runAll(
    session: SessionRow,
    checks: readonly CheckName[],
    engines?: Partial<CheckEngines>,
  ): Promise<readonly CheckOutcome[]>;
  evidence(session: SessionRow, check: CheckName): Promise<unknown>;
  /** As the transition `redact` does; what is kept, as the erasure record says it. */
  redact(session: SessionRow): Promise<readonly string[]>;
  stop(): Promise<void>;
}

const keptSchema = z.object({ kept: z.array(z.string()) });

const read: ExtractedData = {
  document_type: 'passport',
  document_issuing_state: 'NLD',
  last_name: 'VOORBEELD',
  first_name: 'NOOR',
  document_number: 'SPX015127',
  nationality: 'NLD',
  date_of_birth: '1990-03-10',
  gender: 'female',
  document_expiration_date: '2034-03-09',
};

export async function setRecordStage(): Promise<RecordStage> {
  const database = await createTestDatabase();
  const db = connectDatabase({ url: database.url, maxConnections: 6 });
  const keyring = createKeyring(newKeyringFile());
  const objects = memoryObjectStore();
  const traces = rememberedLooks<ImageTraces>();
  const engines = {
    ...instantEngines,
    embedFace,
    readText,
    traceImage: (image: Buffer) => traces([image], () => traceUploaded(image)),
    readDocument,
  };
  const deps: CheckDeps = { db, keyring, objects, clock: () => new Date(), engines };

  async function addOrganization(): Promise<OrganizationId> {
    const id = newId('organization');
    const values = { id, name: 'Test', created_at: new Date() };
    await db.insertInto('organizations').values(values).execute();
    return id;
  }
  const organizationId = await addOrganization();

  async function judging(somebody: Somebody): Promise<SessionRow> {
    const owner = somebody.organizationId ?? organizationId;
    const at = new Date();
    const seeded = await seedSession(
      { db, keyring, organizationId: owner, at },
      {
        documents: [
          ...(somebody.face === undefined ? [] : (['selfie'] as const)),
          ...(somebody.front === undefined ? [] : (['id_front'] as const)),
          ...(somebody.back === undefined ? [] : (['id_back'] as const)),
          ...(somebody.proof === undefined ? [] : (['proof_of_address'] as const)),
        ],
        ...(somebody.environment === undefined ? {} : { environment: somebody.environment }),
      },
    );
    const key = keyToWork(keyring, seeded);
    const session = await db
      .updateTable('sessions')
      .set({
        status: 'processing',
        attempt: 1,
        external_ref: somebody.externalRef ?? null,
        consent_ip: somebody.ip ?? null,
        fields_sealed:
          somebody.fields === undefined
            ? null
            : sealJson(key, sealContext.fields(seeded.id), somebody.fields),
        typed_sealed:
          somebody.typed === undefined
            ? null
            : sealJson(key, sealContext.typed(seeded.id), {
                user_info: { values: somebody.typed, captures: {} },
              }),
      })
      .where('id', '=', seeded.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await beginAttempt(session, key, somebody, at);
    return session;
  }

  async function beginAttempt(
    session: SessionRow,
    key: Buffer,
    somebody: Somebody,
    at: Date,
  ): Promise<void> {
    const { id: sessionId } = session;
    const documents = await db
      .selectFrom('documents')
      .select(['id', 'object_key', 'doc_type'])
      .where('session_id', '=', sessionId)
      .execute();
    for (const { id: documentId, object_key: objectKey, doc_type: type } of documents) {
      const picture = Readable.from([uploaded(somebody, type)]);
      await objects.put(objectKey, picture.pipe(encryptDocument(key, { sessionId, documentId })));
    }
    await db
      .insertInto('attempts')
      .values({
        session_id: sessionId,
        attempt: 1,
        status: 'running',
        workflow_id: session.workflow_id,
        workflow_version: 1,
        document_ids: documents.map(({ id }) => id),
        started_at: at,
      })
      .execute();
    if (somebody.extracted !== undefined) await extracted(session, somebody.extracted);
  }

  async function extracted(session: SessionRow, changes: Partial<ExtractedData>): Promise<void> {
    const { id: sessionId } = session;
    const key = keyToWork(keyring, session);
    const sealed = sealJson(key, sealContext.extraction(sessionId, 1), { ...read, ...changes });
    await db
      .insertInto('extractions')
      .values({ session_id: sessionId, attempt: 1, fields_sealed: sealed, created_at: new Date() })
      .execute();
  }

  return {
    db,
    keyring,
    organizationId,
    addOrganization,
    judging,
    read: extracted,
    async run(session, check, config = {}) {
      const request = { sessionId: session.id, attempt: 1, checks: [{ check, config }] };
      const [outcome] = await runChecks(deps, request, new AbortController().signal);
      if (outcome === undefined) throw new Error('no outcome');
      return outcome;
    },
    runAll(session, checks, others = {}) {
      const request = {
        sessionId: session.id,
        attempt: 1,
        checks: checks.map((check) => ({ check, config: {} })),
      };
      const own = { ...deps, engines: { ...engines, ...others } };
      return runChecks(own, request, new AbortController().signal);
    },
    async evidence(session, check) {
      const row = await db
        .selectFrom('check_runs')
        .select(['id', 'evidence_sealed'])
        .where('session_id', '=', session.id)
        .where('check', '=', check)
        .executeTakeFirstOrThrow();
      if (row.evidence_sealed === null) return null;
      const context = sealContext.evidence(row.id);
      return openJson(keyToWork(keyring, session), context, row.evidence_sealed);
    },
    async redact(session) {
      const at = new Date();
      const commit = {
        sessionId: session.id,
        sequence: session.sequence + 1,
        event: { type: 'redact' as const },
        from: session.status,
        gateBefore: null,
        state: session.state,
        effects: [],
        actor: { kind: 'system' as const, id: null },
        requestId: null,
        at: at.toISOString(),
        gateDeadlineAt: null,
      };
      return db.transaction().execute(async (trx) => {
        const context = { trx, keyring, row: session, before: session, commit, at };
        const ids = { auditId: newId('audit'), linkId: newId('link') };
        await eraseSession({
          ...context,
          ...ids,
          writes: new PendingWrites(trx),
          rollout: { current_version: 1, stable_version: 1, rollout_percentage: 100 },
          enclosed: null,
          backupRetentionDays: null,
          simulated: [],
        });
        const { record } = await trx
          .selectFrom('erasures')
          .select('record')
          .where('session_id', '=', session.id)
          .executeTakeFirstOrThrow();
        return keptSchema.parse(record).kept;
      });
    },
    async stop() {
      await db.destroy();
      await database.drop();
    },
  };
}

function uploaded({ face, front, back, proof }: Somebody, type: StoredDocType): Buffer {
  if (type === 'id_front' && front !== undefined) return front;
  if (type === 'id_back' && back !== undefined) return back;
  return Buffer.from(type === 'proof_of_address' ? JSON.stringify(proof) : String(face));
}

const rowsSchema = z.array(z.string());

/** Proofs of this stage are rows of text, which no editor made; pictures are looked at as they are. */
async function traceUploaded(image: Buffer): Promise<ImageTraces> {
  if (image.toString('latin1', 0, 1) !== '[') return traceImage(image);
  const nothing = {
    editors: [],
    screenshot: false,
    pattern: null,
    fineDetail: null,
    flat: null,
    recompression: null,
    colour: 1,
  };
  return Promise.resolve({ ...nothing, print: new Uint8Array() });
}

/** Reads what `uploaded` wrote. */
function readText(image: Buffer): Promise<PrintedText> {
  const rows = rowsSchema.parse(JSON.parse(image.toString()));
  return Promise.resolve({ rows: rows.map((text) => ({ text, certainty: 1 })) });
}

/** Behind the end of a picture: its zone is printed in another font. */
export const homeMadeZone = Buffer.from('home-made zone');

const readDocument: CheckEngines['readDocument'] = async (pages, signal) => {
  const { reading, ...engine } = await instantEngines.readDocument(pages, signal);
  const isHomeMade = pages.some(({ bytes }) => bytes.includes(homeMadeZone));
  return reading.kind === 'read' && isHomeMade
    ? { ...engine, reading: { ...reading, font: { ocrB: 0.78 } } }
    : { ...engine, reading };
};

/** A unit vector in a plane of 64 dimensions: the cosine of two faces is that of their angles. */
function embedFace(image: Buffer): Promise<FaceEmbedding> {
  // On the front of a document everybody looks straight ahead.
  const degrees = Number(image.toString());
  const angle = ((Number.isNaN(degrees) ? 0 : degrees) * Math.PI) / 180;
  const embedding = new Float32Array(64);
  embedding[0] = Math.cos(angle);
  embedding[1] = Math.sin(angle);
  return Promise.resolve({ embedding, engine: 'made-up 1' });
}
