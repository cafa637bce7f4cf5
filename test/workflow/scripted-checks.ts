import { Context } from '@temporalio/activity';
import type { Kysely } from 'kysely';
import type { CheckActivities, CheckRequest } from '../../activities/session/contract';
import { runRound } from '../../activities/checks/run/run-round';
import { recordOutcome } from '../../activities/session/record-outcomes';
import type { CheckName, CheckOutcome, CheckStatus } from '../../shared/domain/checks/outcome';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import type { Database } from '../../shared/database/schema';

export interface ScriptedChecks extends CheckActivities {
  /** Checks not named here pass. */
  readonly says: Map<CheckName, { readonly status: CheckStatus; readonly reasons: string[] }>;
  /** Every engine run, so that a second one of the same check shows. */
  readonly runs: string[];
  /** How many of the next runs of this check the engine breaks in. */
  readonly breaks: Map<CheckName, number>;
  /** Holds every run from now on; the answer lets them go on. */
  hold(): () => void;
  /** Resolves when a run is being held. */
  held(): Promise<void>;
}

/** The boundary of the workflow's tests: engines that say at once what they are told to say. */
export function scriptedChecks(db: Kysely<Database>): ScriptedChecks {
  const says: ScriptedChecks['says'] = new Map();
  const breaks = new Map<CheckName, number>();
  const runs: string[] = [];
  let gate: Promise<void> | undefined;
  let isHeld: () => void = () => undefined;
  let heldOnce = Promise.resolve();

  async function run(request: CheckRequest): Promise<readonly CheckOutcome[]> {
    const outcomes: CheckOutcome[] = [];
    for (const { check } of request.checks) {
      if (gate !== undefined) {
        isHeld();
        await beating(gate);
      }
      runs.push(`${request.sessionId}@${String(request.attempt)}/${check}`);
      const left = breaks.get(check) ?? 0;
      if (left > 0) {
        breaks.set(check, left - 1);
        throw new VerifaError('engine_failed');
      }
      const told = says.get(check) ?? { status: 'passed', reasons: [] };
      const outcome = { check, ...told, score: 0.9, engine: 'scripted', engineVersion: '1' };
      const { sessionId, attempt } = request;
      const startedAt = new Date();
      const written = { sessionId, attempt, outcome, startedAt, durationMs: 1 };
      outcomes.push(await recordOutcome(db, written, startedAt));
    }
    return outcomes;
  }

  return {
    says,
    breaks,
    runs,
    hold() {
      heldOnce = new Promise((resolve) => (isHeld = resolve));
      let release: () => void = () => undefined;
      gate = new Promise((resolve) => (release = resolve));
      return () => {
        gate = undefined;
        release();
      };
    },
    held: () => heldOnce,
    runChecks: (request) => runRound(request, run),
    runDocumentChecks: run,
    runFaceChecks: run,
    runRecordChecks: run,
  };
}

/** A heavy engine that beats while it works and does not notice that it was cancelled. */
async function beating(work: Promise<void>): Promise<void> {
  const context = Context.current();
  const timer = setInterval(() => {
    context.heartbeat();
  }, 1_000);
  try {
    await work;
  } finally {
    clearInterval(timer);
  }
}
