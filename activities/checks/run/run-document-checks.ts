import { assertNever } from '../../../shared/assert-never';
import { extractedDataSchema, type ExtractedData } from '../../../shared/checks/extracted-data';
import type { CheckName, CheckOutcome } from '../../../shared/checks/outcome';
import { openJson } from '../../../shared/crypto/seal';
import { sealContext } from '../../../shared/crypto/session-key';
import type { CheckRequest } from '../../session/contract';
import { loadOutcomes } from '../../session/load-session';
import { ageConfigSchema, judgeAge } from '../document/age';
import { judgeExpiration } from '../document/document-expiration';
import { idDocumentFilterConfigSchema, judgeDocumentFilter } from '../document/id-document-filter';
import { judgeReading } from '../document/judge-reading';
import type { DocumentPage } from '../document/document-reader';
import type { CheckEngines } from '../engines';
import { loadCheckInput, type CheckInput, type CheckInputDeps } from './check-input';
import { skipped, writeOutcome, type Judged } from './write-outcome';

export interface CheckDeps extends CheckInputDeps {
  readonly engines: CheckEngines;
}

type Node = CheckRequest['checks'][number];

/**
 * The checks of the document, in their order: later ones judge what an earlier one read. A repeat goes
 * on where the last try stopped: a check with a row is not computed again.
 */
export async function runDocumentChecks(
  deps: CheckDeps,
  request: CheckRequest,
  signal: AbortSignal,
): Promise<readonly CheckOutcome[]> {
  const input = await loadCheckInput(deps, request);
  const done = await loadOutcomes(deps.db, request);
  const outcomes: CheckOutcome[] = [];
  // Reading comes before what judges its fields, in whatever order the graph names them.
  const ordered = [...request.checks].sort((a, b) => rank(a.check) - rank(b.check));
  for (const node of ordered) {
    signal.throwIfAborted();
    const known = done.find(({ check }) => check === node.check);
    outcomes.push(
      known ??
        (await writeOutcome(deps, request, input, () => judge(deps, input, request, node, signal))),
    );
  }
  return outcomes;
}

function rank(check: CheckName): number {
  return check === 'document_quality' ? 0 : check === 'document_ocr' ? 1 : 2;
}

async function judge(
  deps: CheckDeps,
  input: CheckInput,
  request: CheckRequest,
  { check, config }: Node,
  signal: AbortSignal,
): Promise<Judged> {
  switch (check) {
    case 'document_quality':
      return { outcome: await judgeQuality(deps, input, signal) };
    case 'document_ocr':
      return readFields(deps, input, signal);
    case 'document_expiration':
    case 'id_document_filter':
    case 'age': {
      const fields = await extracted(deps, input, request.attempt);
      return fields === null
        ? { outcome: skipped(check, 'document_unreadable') }
        : judgeFields(check, config, fields, input);
    }
    case 'face_match':
      throw new Error('face_match is of another class');
    default:
      return assertNever(check);
  }
}

async function judgeQuality(
  { engines }: CheckDeps,
  input: CheckInput,
  signal: AbortSignal,
): Promise<CheckOutcome> {
  const sides = [await input.picture('id_front'), await input.picture('id_back')];
  const outcomes: CheckOutcome[] = [];
  for (const side of sides) {
    if (side !== null) outcomes.push(await engines.judgeQuality(side, signal));
  }
  // The worse side speaks for the document.
  const [worst] = outcomes.sort((a, b) => (a.score ?? 0) - (b.score ?? 0));
  return worst ?? skipped('document_quality', 'input_missing');
}

async function readFields(
  { engines }: CheckDeps,
  input: CheckInput,
  signal: AbortSignal,
): Promise<Judged> {
  const pages: DocumentPage[] = [];
  for (const [side, type] of [
    ['front', 'id_front'],
    ['back', 'id_back'],
  ] as const) {
    const bytes = await input.picture(type);
    if (bytes !== null) pages.push({ side, bytes });
  }
  if (pages.length === 0) return { outcome: skipped('document_ocr', 'input_missing') };
  const { reading, ...engine } = await engines.readDocument(pages, signal);
  const outcome = judgeReading(reading, engine);
  if (reading.kind !== 'read') return { outcome };
  const { side, format, checkDigits, repaired, fields } = reading;
  return { outcome, evidence: { side, format, checkDigits, repaired }, extracted: fields };
}

/** The fields of this attempt, as the reading before it stored them. */
async function extracted(
  { db }: CheckDeps,
  { session, dataKey }: CheckInput,
  attempt: number,
): Promise<ExtractedData | null> {
  const row = await db
    .selectFrom('extractions')
    .select('fields_sealed')
    .where('session_id', '=', session.id)
    .where('attempt', '=', attempt)
    .executeTakeFirst();
  if (row?.fields_sealed == null) return null;
  const context = sealContext.extraction(session.id, attempt);
  return extractedDataSchema.parse(openJson(dataKey, context, row.fields_sealed));
}

function judgeFields(
  check: 'document_expiration' | 'id_document_filter' | 'age',
  config: Node['config'],
  fields: ExtractedData,
  { today, session }: CheckInput,
): Judged {
  switch (check) {
    case 'document_expiration':
      return { outcome: judgeExpiration(fields, today) };
    case 'id_document_filter':
      return {
        outcome: judgeDocumentFilter(fields, idDocumentFilterConfigSchema.parse(config), {
          ...(session.document_type === null ? {} : { documentType: session.document_type }),
        }),
      };
    case 'age': {
      const { outcome, age } = judgeAge(fields, ageConfigSchema.parse(config), today);
      return { outcome, evidence: { age } };
    }
    default:
      return assertNever(check);
  }
}
