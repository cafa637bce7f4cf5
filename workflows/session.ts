import {
  ActivityFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  defineQuery,
  defineSignal,
  defineUpdate,
  isCancellation,
  log,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type {
  ErasureActivities,
  RefusedSignal,
  SessionActivities,
  TransitionCommit,
} from '../activities/session/contract';
import type { SessionEvent } from '../shared/lifecycle/event';
import { isTerminal } from '../shared/lifecycle/state';
import type { Effect } from '../shared/lifecycle/table';
import { searchAttributeKeys } from '../shared/temporal/search-attribute-keys';
import {
  queryName,
  updateNames,
  type SessionMessage,
  type SessionView,
  type SessionWorkflowInput,
  type SignalName,
} from '../shared/temporal/session-messages';
import { DeadlineTimer } from './deadline-timer';
import { localActivityOptions } from './local-activities';
import { parseSignal } from './operator-signals';
import { carryOn } from './session-attempt';
import { refusal, SessionLife } from './session-life';
import { deadlineSummary, standing } from './standing';

const { loadSession, commitTransition, recordRefusedSignal } =
  proxyLocalActivities<SessionActivities>(localActivityOptions);
const { eraseObjects } = proxyActivities<ErasureActivities>({
  startToCloseTimeout: '2 minutes',
  // The key is destroyed already; an object store that stays away is the sweep's matter.
  retry: { maximumAttempts: 4 },
});

const operator = { kind: 'operator', id: null } as const;
const system = { kind: 'system', id: null } as const;
const signalNames: readonly SignalName[] = [
  'captureSubmitted',
  'expire',
  'resume',
  'reviewDecision',
  'externalDecision',
];

/**
 * One run of a session's life, from its row to a terminal status. Messages reduce the state at once; the
 * loop commits, one transaction a transition, and carries out the effects; whoever sent a message gets
 * its answer when its transition is committed.
 */
export async function sessionWorkflow({ sessionId }: SessionWorkflowInput): Promise<void> {
  let life: SessionLife | undefined;
  let checks: CancellationScope | undefined;
  const timer = new DeadlineTimer();
  let background = 0;
  let broken: Error | undefined;
  const refusedSignals: Pick<RefusedSignal, 'signal' | 'code' | 'status'>[] = [];

  for (const name of updateNames) {
    const handle = (message: SessionMessage): Promise<SessionView> =>
      CancellationScope.nonCancellable(() => handleMessage(message));
    setHandler(defineUpdate<SessionView, [SessionMessage]>(name), handle, {
      // Before the row is loaded (update-with-start) nothing can be judged; the handler does it then.
      validator: ({ event, requestId }: SessionMessage) => {
        const code = life?.judge(event, requestId) ?? null;
        if (life !== undefined && code !== null) throw refusal(code, life.state.status);
      },
    });
  }
  for (const name of signalNames) {
    setHandler(defineSignal<[unknown]>(name), (payload) =>
      CancellationScope.nonCancellable(() => offer(parseSignal(name, payload), name)),
    );
  }
  setHandler(defineQuery<SessionView | null>(queryName), () => life?.view(false) ?? null);

  // Cancel in Temporal's UI means expire; the run itself is never cut off in the middle, which is why
  // all that waits here waits in scopes that cannot be cancelled.
  CancellationScope.current().cancelRequested.catch(() =>
    CancellationScope.nonCancellable(() => offer({ type: 'expire' }, 'cancel')),
  );
  await CancellationScope.nonCancellable(live);

  async function live(): Promise<void> {
    const current = new SessionLife(sessionId, await loadSession(sessionId));
    life = current;
    if (current.state.status === 'processing') startChecks(current);
    if (current.state.gate !== null) showGate(current.state.gate);
    setCurrentDetails(standing(current.state));
    while (!isOver(current)) {
      timer.arm(
        isTerminal(current.state.status) ? null : current.deadlineMs,
        deadlineSummary(current.state),
      );
      await condition(() => hasWork(current) || isOver(current));
      if (broken !== undefined) {
        // Whoever waits gets an answer first; the next run begins from the row.
        await condition(allHandlersFinished);
        throw broken;
      }
      await recordRefusals(current);
      const commit = current.uncommitted.shift();
      if (commit !== undefined) await carryOut(current, commit);
      else if (timer.isDue) await deadlinePassed(current);
    }
    timer.disarm();
  }

  function hasWork({ uncommitted }: SessionLife): boolean {
    return (
      uncommitted.length > 0 || timer.isDue || refusedSignals.length > 0 || broken !== undefined
    );
  }

  function isOver(current: SessionLife): boolean {
    const isDone = isTerminal(current.state.status) && background === 0 && allHandlersFinished();
    return isDone && current.uncommitted.length === 0 && refusedSignals.length === 0;
  }

  async function handleMessage(message: SessionMessage): Promise<SessionView> {
    // No wait when there is none to wait for: messages of one task are reduced in their order.
    if (life === undefined) await condition(() => life !== undefined);
    if (life === undefined) throw refusal('temporarily_unavailable', 'pending');
    const current = life;
    const verdict = take(current, message.event, message.actor, message.requestId);
    if (verdict.kind === 'refused') throw refusal(verdict.code, current.state.status);
    const { applied } = verdict;
    await condition(() => current.committedSequence >= applied.sequence || broken !== undefined);
    if (current.committedSequence < applied.sequence) {
      throw refusal('temporarily_unavailable', current.state.status);
    }
    return current.view(applied.repeated);
  }

  /** An operator's message has nobody to answer: refused, it goes into the timeline. */
  async function offer(event: SessionEvent | null, name: string): Promise<void> {
    if (life === undefined) await condition(() => life !== undefined);
    if (life === undefined) return;
    const verdict =
      event === null
        ? ({ kind: 'refused', code: 'validation_failed' } as const)
        : take(life, event, operator, null);
    if (verdict.kind === 'refused') {
      refusedSignals.push({ signal: name, code: verdict.code, status: life.state.status });
    }
  }

  function take(
    current: SessionLife,
    ...[event, actor, requestId, gateTimeoutSeconds]: Parameters<SessionLife['apply']>
  ): ReturnType<SessionLife['apply']> {
    const before = current.uncommitted.length;
    const verdict = current.apply(event, actor, requestId, gateTimeoutSeconds);
    const effects = current.uncommitted[before]?.effects ?? [];
    // At once, not when it is committed: what the checks still answer is about a session that is over.
    if (effects.includes('cancel_checks')) checks?.cancel();
    return verdict;
  }

  async function carryOut(current: SessionLife, commit: TransitionCommit): Promise<void> {
    try {
      current.committed(commit, await commitTransition(commit));
    } catch (cause) {
      broken = cause instanceof Error ? cause : new Error('unknown');
      return;
    }
    setCurrentDetails(standing(commit.state));
    showToOperators(commit);
    // Something later in the same task may have ended what this one began.
    if (commit.effects.some(runsGraph) && current.state.status === 'processing')
      startChecks(current);
    if (commit.effects.includes('erase')) inBackground(erase);
  }

  async function erase(): Promise<void> {
    try {
      await eraseObjects({ sessionId });
    } catch (cause) {
      if (!(cause instanceof ActivityFailure)) throw cause;
      log.warn('objects are left for the sweep to delete');
    }
  }

  function startChecks(current: SessionLife): void {
    const { attempt } = current.state;
    const scope = new CancellationScope({ cancellable: true });
    checks = scope;
    inBackground(async () => {
      const { event, gateTimeoutSeconds } = await scope.run(() => carryOn({ sessionId, attempt }));
      // Refused when the session went another way meanwhile: a late answer changes nothing.
      take(current, event, system, null, gateTimeoutSeconds);
    });
  }

  function inBackground(work: () => Promise<void>): void {
    background += 1;
    work()
      .catch((cause: unknown) => {
        if (!isCancellation(cause)) broken = cause instanceof Error ? cause : new Error('unknown');
      })
      .finally(() => {
        background -= 1;
      });
  }

  async function deadlinePassed(current: SessionLife): Promise<void> {
    timer.seen();
    // A one-time link may have moved the deadline in the row, which is no message.
    current.deadlineIs((await loadSession(sessionId)).deadlineAt);
    const isPast = current.deadlineMs !== null && current.deadlineMs <= Date.now();
    // Something else may have arrived while the row was read: then it goes first.
    if (!isPast || current.uncommitted.length > 0) return;
    const event = deadlineEvent(current);
    if (event === null) current.deadlineMs = null;
    else take(current, event, system, null);
  }

  async function recordRefusals(current: SessionLife): Promise<void> {
    for (const refused of refusedSignals.splice(0)) {
      const at = new Date().toISOString();
      await recordRefusedSignal({ sessionId, attempt: current.state.attempt, ...refused, at });
    }
  }
}

function deadlineEvent({ state }: SessionLife): SessionEvent | null {
  switch (state.status) {
    case 'pending':
    case 'capturing':
      return { type: 'token_ran_out' };
    case 'sandbox_pending':
      return { type: 'sandbox_wait_over' };
    case 'awaiting_external':
      return { type: 'gate_timeout', attempt: state.attempt, gate: state.gate ?? '' };
    default:
      return null;
  }
}

function runsGraph(effect: Effect): boolean {
  return effect === 'run_graph' || effect === 'continue_graph' || effect === 'rerun_graph';
}

/** For a run that was started again at a gate: the rest is told at its start. */
function showGate(gate: string): void {
  upsertSearchAttributes([{ key: searchAttributeKeys.gate, value: gate }]);
}

/** Only what operators filter by, and only when it changed: each upsert is an event in the history. */
function showToOperators({ from, state, effects, gateBefore }: TransitionCommit): void {
  if (from === state.status && gateBefore === state.gate) return;
  upsertSearchAttributes([
    { key: searchAttributeKeys.status, value: state.status },
    ...(effects.includes('begin_attempt')
      ? [{ key: searchAttributeKeys.attempt, value: state.attempt }]
      : []),
    ...(gateBefore === state.gate ? [] : [{ key: searchAttributeKeys.gate, value: state.gate }]),
  ]);
}
