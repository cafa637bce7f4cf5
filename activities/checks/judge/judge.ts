import type { CheckOutcome } from '../../../shared/domain/checks/outcome';
import type { ExtractedData } from '../../../shared/domain/checks/extracted-data';
import type { AttemptRef } from '../../session/contract';
import type { CheckEngines } from '../engines/engines';
import type { CheckInput, CheckInputDeps } from './check-input';

export interface CheckDeps extends CheckInputDeps {
  readonly engines: CheckEngines;
}

export interface JudgeContext {
  readonly deps: CheckDeps;
  readonly input: CheckInput;
  readonly ref: AttemptRef;
  /** Aborted when the session went another way; engines stop then. */
  readonly signal: AbortSignal;
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
