import type { Kysely } from 'kysely';
import { loadExtracted, type Extracted } from '../../../shared/attempt/readings';
import { sealJson } from '../../../shared/crypto/seal';
import { sealContext } from '../../../shared/crypto/session-key';
import type { Write } from '../../../shared/database/in-one-statement';
import type { Database } from '../../../shared/database/schema';
import { inOrderOfNames, type CheckOutcome } from '../../../shared/domain/checks/outcome';
import { inSpan } from '../../../shared/tracing/tracer';
import type { AttemptRef, CheckNode } from '../../session/contract';
import { recordOutcomes, type OutcomeRow } from '../../session/record-outcomes';
import { loadCheckInput, type CheckInput } from '../judge/check-input';
import type { CheckDeps, Findings, Judged, JudgeContext, ReadDocument } from '../judge/judge';
import { judges } from '../registry';

/** One that was recorded; of a repeat the first one's counts. */
function countOutcome({ metrics }: CheckDeps, { outcome, durationMs }: OutcomeRow): void {
  const { check, status } = outcome;
  metrics?.count('verifa_check_outcomes_total', { check, status });
  metrics?.observe('verifa_checks_seconds', { check }, durationMs / 1_000);
}

/**
 * One try at an attempt's checks: what is judged is loaded once, and what was found is written together when
 * `record` is called. A process that is killed before computes it again, and nothing is written twice.
 */
export class AttemptRun implements Findings {
  reading?: Promise<ReadDocument | null>;
  private readonly context: JudgeContext;
  private rows: OutcomeRow[] = [];
  private besides: ((db: Kysely<Database>) => Write)[] = [];
  private recorded: readonly CheckOutcome[];
  /** What this try read itself, until something else turns out to be recorded. */
  private read: { readonly extracted: Extracted | null } | undefined;
  private loaded: Promise<Extracted | null> | undefined;

  private constructor(deps: CheckDeps, ref: AttemptRef, input: CheckInput, signal: AbortSignal) {
    this.context = { deps, ref, input, signal, found: this };
    this.recorded = input.recorded;
  }

  /** @throws VerifaError attempt_stale when the session is no longer processing this attempt */
  static async begin(
    deps: CheckDeps,
    { sessionId, attempt }: AttemptRef,
    signal: AbortSignal,
  ): Promise<AttemptRun> {
    const ref = { sessionId, attempt };
    return new AttemptRun(deps, ref, await loadCheckInput(deps, ref), signal);
  }

  /**
   * The asked checks one after the other, in the order of their names, whatever order the graph has them
   * in: a later one judges what an earlier one read. A check that has its outcome is not computed again.
   */
  async judge(checks: readonly CheckNode[]): Promise<void> {
    const { deps, signal } = this.context;
    for (const { check, config } of inOrderOfNames(checks)) {
      signal.throwIfAborted();
      if (this.outcomes().some((outcome) => outcome.check === check)) continue;
      const startedAt = deps.clock();
      const judged = await inSpan(
        deps.tracer,
        { name: `check ${check}`, kind: 'internal', attributes: { 'verifa.check': check } },
        async () => judges[check](this.context, config),
        ({ outcome }) => ({ attributes: { 'verifa.check.status': outcome.status } }),
      );
      this.keep(judged, startedAt);
    }
  }

  /** Writes what was found since the last time. */
  async record(): Promise<void> {
    const { deps, ref } = this.context;
    const { rows, besides: beside, recorded: known } = this;
    [this.rows, this.besides] = [[], []];
    const written = await recordOutcomes(deps.db, ref, { rows, beside, known }, deps.clock());
    this.recorded = [...known, ...written];
    for (const row of rows) if (written.includes(row.outcome)) countOutcome(deps, row);
    const isOwn = rows.every(({ outcome }) => written.includes(outcome));
    if (!isOwn) this.read = undefined;
  }

  outcomes(): readonly CheckOutcome[] {
    return [...this.recorded, ...this.rows.map(({ outcome }) => outcome)];
  }

  outcomesOf(checks: readonly CheckNode[]): readonly CheckOutcome[] {
    return inOrderOfNames(this.outcomes()).filter((outcome) =>
      checks.some(({ check }) => check === outcome.check),
    );
  }

  async extracted(): Promise<Extracted | null> {
    const { deps, input, ref } = this.context;
    if (this.read !== undefined && !input.isCorrected) return this.read.extracted;
    // Corrections lie over the row, which has to be there.
    if (this.read !== undefined) await this.record();
    this.loaded ??= loadExtracted(deps.db, input.dataKey, ref);
    return this.loaded;
  }

  beside(write: (db: Kysely<Database>) => Write): void {
    this.besides.push(write);
  }

  private keep({ outcome, evidence, extracted }: Judged, startedAt: Date): void {
    const { deps, input, ref } = this.context;
    const { session, dataKey } = input;
    if (outcome.check === 'document_ocr') this.read = { extracted: { ...extracted } };
    if (outcome.check === 'document_ocr' && extracted === undefined)
      this.read = { extracted: null };
    this.rows.push({
      ...ref,
      outcome,
      startedAt,
      durationMs: deps.clock().getTime() - startedAt.getTime(),
      ...(evidence === undefined
        ? {}
        : { sealEvidence: (id) => sealJson(dataKey, sealContext.evidence(id), evidence) }),
      ...(extracted === undefined
        ? {}
        : {
            extraction: sealJson(
              dataKey,
              sealContext.extraction(session.id, ref.attempt),
              extracted,
            ),
          }),
    });
  }
}
