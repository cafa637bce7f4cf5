import type { Kysely } from 'kysely';
import type { Extracted } from '../../../shared/attempt/readings';
import type { Write } from '../../../shared/database/in-one-statement';
import type { Database } from '../../../shared/database/schema';
import type { CheckOutcome } from '../../../shared/domain/checks/outcome';
import type { ExtractedData } from '../../../shared/domain/checks/extracted-data';
import type { Tracer } from '../../../shared/tracing/tracer';
import type { AttemptRef } from '../../session/contract';
import type { DocumentReading } from '../engines/document/page/document-reader';
import type { CheckEngines } from '../engines/engines';
import type { KeptFaces } from '../records/duplicates/kept-faces';
import type { CheckInput, CheckInputDeps } from './check-input';
import type { MetricsSink } from '../../../shared/metrics/metrics';

export interface CheckDeps extends CheckInputDeps {
  /** Where spans go; absent, none are made. */
  readonly tracer?: Tracer | undefined;
  readonly engines: CheckEngines;
  /** Absent: every search for a face reads and deciphers all of them. */
  readonly faces?: KeptFaces | undefined;
  /** Counts what was recorded; absent, nobody does. */
  readonly metrics?: MetricsSink;
}

export interface JudgeContext {
  readonly deps: CheckDeps;
  readonly input: CheckInput;
  readonly ref: AttemptRef;
  readonly found: Findings;
  /** Aborted when the session went another way; engines stop then. */
  readonly signal: AbortSignal;
}

/** What the checks of an attempt found so far, recorded or not yet: a later one judges what an earlier one read. */
export interface Findings {
  outcomes(): readonly CheckOutcome[];
  /** What `document_ocr` read, under what reviewers corrected; null when it read nothing. */
  extracted(): Promise<Extracted | null>;
  /** What is on the documents, once somebody looked. */
  reading?: Promise<ReadDocument | null>;
  /** A further row of the check, written with its outcome; it bears being written twice. */
  beside(write: (db: Kysely<Database>) => Write): void;
}

export interface ReadDocument {
  readonly reading: DocumentReading;
  readonly engine: string;
  readonly engineVersion: string;
  /** Read in an earlier attempt: the engine did not look again. */
  readonly reused: boolean;
}

export interface Judged {
  readonly outcome: CheckOutcome;
  /** What was compared; personal, so it is sealed. */
  readonly evidence?: Readonly<Record<string, unknown>>;
  readonly extracted?: ExtractedData;
}

/**
 * One check of one attempt. A repeat may judge again what a crash cut off before its row was written, so
 * all that it writes itself must bear being written twice.
 *
 * @param config the node's, as stored; the judge parses it with its check's schema
 * @throws VerifaError of a retryable code for trouble that may pass
 */
export type Judge = (
  context: JudgeContext,
  config: Readonly<Record<string, unknown>>,
) => Promise<Judged> | Judged;
