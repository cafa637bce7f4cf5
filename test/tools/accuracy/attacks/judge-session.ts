import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import type { CheckEngines } from '../../../../activities/checks/engines/engines';
import { runChecks } from '../../../../activities/checks/run/run-checks';
import { loadKnown } from '../../../../activities/session/choose-route';
import { recordOutcome } from '../../../../activities/session/record-outcomes';
import type { CheckOutcome } from '../../../../shared/domain/checks/outcome';
import { encryptDocument } from '../../../../shared/crypto/document-cipher';
import { createKeyring, newKeyringFile } from '../../../../shared/crypto/keyring';
import { hmacSha256, sealJson } from '../../../../shared/crypto/seal';
import { keyToWork, sealContext } from '../../../../shared/crypto/session-key';
import type { Database, SessionRow, StoredDocType } from '../../../../shared/database/schema';
import {
  walkRecorded,
  notRecorded,
  type RecordedEnd,
} from '../../../../services/api/workflows/dry-run/walk-recorded';
import { VerifaError } from '../../../../shared/domain/errors/verifa-error';
import { attemptChecksOf } from '../../../../shared/domain/graph/always-run';
import { documentAndSelfieWorkflow } from '../../../../shared/domain/graph/default-workflow';
import type { WorkflowDefinition } from '../../../../shared/domain/graph/definition';
import { writtenDefinitionSchema } from '../../../../services/api/workflows/definition/definition-schema';
import { parseDefinition } from '../../../../services/api/workflows/definition/parse-definition';
import { newId } from '../../../../shared/domain/ids';
import { judgeUpload } from '../../../../services/api/documents/judge-upload';
import { memoryObjectStore } from '../../../workflow/memory-object-store';
import { seedSession } from '../../../workflow/seed-session';
import { rememberedLooks } from '../remembered-looks';
import type { Upload } from './upload';

export interface CorpusWorkflow {
  readonly name: string;
  readonly definition: WorkflowDefinition;
}

/** The two that the corpus is judged by. */
export async function corpusWorkflows(): Promise<readonly CorpusWorkflow[]> {
  const file = join('deploy', 'workflows', 'high-risk.json');
  const written = writtenDefinitionSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const highRisk = parseDefinition(written);
  if (!highRisk.ok) throw new Error('high-risk.json is no definition');
  return [
    { name: 'Document and selfie', definition: documentAndSelfieWorkflow },
    { name: 'high-risk', definition: highRisk.definition },
  ];
}

/** Whether a workflow takes a document of the declared type at all: high-risk takes no licences. */
export function accepts({ definition }: CorpusWorkflow, { declared }: Upload): boolean {
  return definition.requirements.documentTypes.includes(declared.type);
}

/** `refused`: a file was not taken at upload, and nothing was judged. */
export type CorpusDecision = RecordedEnd['decision'] | 'refused';

export interface CorpusVerdict {
  readonly decision: CorpusDecision;
  /** `check: reason`, of every check that did not pass; the code of a refusal. */
  readonly reasons: readonly string[];
}

export interface CorpusEngines extends CheckEngines {
  countFaces(image: Buffer): Promise<number>;
}

interface JudgeDeps {
  readonly db: Kysely<Database>;
  readonly engines: CorpusEngines;
}

type Files = readonly (readonly [type: StoredDocType, bytes: Buffer])[];

/**
 * What becomes of these pictures: the upload's own rules, then the worker's judges over the real engines with
 * records in a real Postgres, then the walk of the workflow's graph. Liveness is taken as passed, and so is the
 * integrator's gate: the attacker shows his own face and has an account. Each is the first session of its
 * organisation, so that no attack is given away by another.
 */
export async function judgeSession(
  deps: JudgeDeps,
  upload: Upload,
  { definition }: CorpusWorkflow,
): Promise<CorpusVerdict> {
  const files = filesOf(upload);
  try {
    for (const [docType, bytes] of files)
      await judgeUpload(
        { countFaces: (image) => deps.engines.countFaces(image), measurePdf: noPdf },
        { bytes, docType, acceptsPdf: false },
      );
  } catch (cause) {
    if (cause instanceof VerifaError) return { decision: 'refused', reasons: [cause.code] };
    throw cause;
  }
  const { graph } = definition;
  const keyring = createKeyring(newKeyringFile());
  const objects = memoryObjectStore();
  const checkDeps = { ...deps, keyring, objects, clock: () => new Date() };
  const organizationId = newId('organization');
  const at = new Date();
  await deps.db
    .insertInto('organizations')
    .values({ id: organizationId, name: 'Corpus', created_at: at })
    .execute();
  const seeded = await seedSession(
    { db: deps.db, keyring, organizationId, at },
    { graph, documents: files.map(([type]) => type) },
  );
  const session = await beginProcessing(deps.db, seeded, keyToWork(keyring, seeded), upload);
  const rows = await deps.db
    .selectFrom('documents')
    .select(['id', 'object_key', 'doc_type'])
    .where('session_id', '=', session.id)
    .execute();
  const dataKey = keyToWork(keyring, session);
  for (const { id: documentId, object_key: key, doc_type: type } of rows) {
    const bytes = files.find(([one]) => one === type)?.[1] ?? Buffer.alloc(0);
    const cipher = encryptDocument(dataKey, { sessionId: session.id, documentId });
    await objects.put(key, Readable.from([bytes]).pipe(cipher));
    await deps.db
      .updateTable('documents')
      .set({ content_hash: hmacSha256(dataKey, bytes), size_bytes: bytes.length })
      .where('id', '=', documentId)
      .execute();
  }
  await deps.db
    .insertInto('attempts')
    .values({
      session_id: session.id,
      attempt: 1,
      status: 'running',
      workflow_id: session.workflow_id,
      workflow_version: 1,
      document_ids: rows.map(({ id }) => id),
      started_at: at,
    })
    .execute();
  const ref = { sessionId: session.id, attempt: 1 };
  const checks = attemptChecksOf(graph);
  if (checks.some(({ check }) => check === 'liveness')) {
    const outcome = {
      check: 'liveness',
      status: 'passed',
      score: 1,
      reasons: [],
      engine: 'corpus',
      engineVersion: '1',
    } as const;
    await recordOutcome(deps.db, { ...ref, outcome, startedAt: at, durationMs: 0 }, at);
  }
  const outcomes = await runChecks(checkDeps, { ...ref, checks }, new AbortController().signal);
  const { outcomes: _, ...known } = await loadKnown({ db: deps.db, keyring }, ref);
  const end = walkRecorded(graph, {
    outcomes: new Map(outcomes.map((outcome) => [outcome.check, outcome])),
    gates: new Map(
      graph.nodes.flatMap(({ kind, id }) => (kind === 'wait' ? [[id, 'continue'] as const] : [])),
    ),
    known,
    screening: { screeningWithoutLists: 'review' },
    missing: ({ check }) => ({ check, ...notRecorded }),
  });
  return { decision: end.decision, reasons: outcomes.flatMap(notPassed) };
}

function filesOf({ front, back, selfie }: Upload): Files {
  return [
    ['id_front', front] as const,
    ...(back === null ? [] : [['id_back', back] as const]),
    ['selfie', selfie] as const,
  ];
}

async function beginProcessing(
  db: Kysely<Database>,
  seeded: SessionRow,
  key: Buffer,
  upload: Upload,
): Promise<SessionRow> {
  const values = { first_name: upload.claims.firstName, last_name: upload.claims.lastName };
  return db
    .updateTable('sessions')
    .set({
      status: 'processing',
      attempt: 1,
      external_ref: null,
      consent_ip: null,
      country: upload.declared.country,
      document_type: upload.declared.type,
      document_country: upload.declared.country,
      typed_sealed: sealJson(key, sealContext.typed(seeded.id), {
        user_info: { values, captures: {} },
      }),
    })
    .where('id', '=', seeded.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

function notPassed({ check, status, reasons }: CheckOutcome): string[] {
  const isQuiet = status === 'passed' && reasons.length === 0;
  return isQuiet
    ? []
    : [`${check} ${status}${reasons.length === 0 ? '' : `: ${reasons.join(' ')}`}`];
}

function noPdf(): never {
  throw new VerifaError('unsupported_file_type');
}

/** One upload's pictures are looked at once by each engine, whichever workflow asks; nothing outlives it. */
export function lookingOnce(engines: CorpusEngines): CorpusEngines {
  const [faces, quality, reading, traces, embeddings, matches] = [
    rememberedLooks<number>(),
    rememberedLooks<CheckOutcome>(),
    rememberedLooks<Awaited<ReturnType<CorpusEngines['readDocument']>>>(),
    rememberedLooks<Awaited<ReturnType<CorpusEngines['traceImage']>>>(),
    rememberedLooks<Awaited<ReturnType<CorpusEngines['embedFace']>>>(),
    rememberedLooks<CheckOutcome>(),
  ];
  return {
    ...engines,
    countFaces: (image) => faces([image], () => engines.countFaces(image)),
    judgeQuality: (image, signal) => quality([image], () => engines.judgeQuality(image, signal)),
    readDocument: (pages, signal) =>
      reading(
        pages.flatMap(({ side, bytes }) => [side, bytes]),
        () => engines.readDocument(pages, signal),
      ),
    traceImage: (image, signal) => traces([image], () => engines.traceImage(image, signal)),
    embedFace: (image, signal) => embeddings([image], () => engines.embedFace(image, signal)),
    matchFaces: (pair, signal) =>
      matches([pair.threshold, pair.portrait, pair.selfie], () => engines.matchFaces(pair, signal)),
  };
}
