import {
  allHandlersFinished,
  CancellationScope,
  condition,
  defineQuery,
  defineSignal,
  defineUpdate,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  sleep,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type {
  ErasureActivities,
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
import { localActivityOptions } from './local-activities';
import { parseSignal } from './operator-signals';
import { carryOn } from './session-attempt';
import { refusal, SessionLife } from './session-life';
import { standing } from './standing';

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
  let timer: { readonly at: number; readonly scope: CancellationScope } | undefined;
  let timeIsUp = false;
  let background = 0;
  let broken: Error | undefined;
  const refusedSignals: { readonly signal: string; readonly code: string }[] = [];

  for (const name of updateNames) {
    const handle = (message: SessionMessage): Promise<SessionView> =>
      CancellationScope.nonCancellable(() => handleMessage(message));
    setHandler(defineUpdate<SessionView, [SessionMessage]>(name), handle, {
      // Before the row is loaded (update-with-start) nothing can be judged; the handler does it then.
      validator: ({ event }: SessionMessage) => {
        const code = life?.judge(event) ?? null;
        if (life !== undefined && code !== null) throw refusal(code, life.state.status);
      },
    });
  }
  for (const name of signalNames) {
    setHandler(defineSignal<[unknown]>(name), async (payload) => {
      await condition(() => life !== undefined);
      const event = parseSignal(name, payload);
      offer(event, name);
    });
  }
  setHandler(defineQuery<SessionView | null>(queryName), () => life?.view(false) ?? null);

  // Cancel in Temporal's UI means expire; the run itself is never cut off in the middle.
  CancellationScope.current().cancelRequested.catch(() => offer({ type: 'expire' }, 'cancel'));
  await CancellationScope.nonCancellable(live);

  async function live(): Promise<void> {
    life = new SessionLife(sessionId, await loadSession(sessionId));
    if (life.state.status === 'processing') startChecks(life);
    setCurrentDetails(standing(life.state));
    for (;;) {
      armTimer(life);
      const next = life;
      await condition(() => hasWork(next) || isOver(next));
      if (broken !== undefined) throw broken;
      await recordRefusals(life);
      const commit = life.uncommitted.shift();
      if (commit !== undefined) await carryOut(life, commit);
      else if (timeIsUp) await deadlinePassed(life);
      else if (isOver(life)) break;
    }
    timer?.scope.cancel();
  }

  function hasWork({ uncommitted }: SessionLife): boolean {
    return uncommitted.length > 0 || timeIsUp || refusedSignals.length > 0 || broken !== undefined;
  }

  function isOver({ state }: SessionLife): boolean {
    return isTerminal(state.status) && background === 0 && allHandlersFinished();
  }

  async function handleMessage(message: SessionMessage): Promise<SessionView> {
    await condition(() => life !== undefined);
    if (life === undefined) throw refusal('temporarily_unavailable', 'pending');
    const current = life;
    const verdict = take(current, message.event, message.actor, message.requestId);
    if (verdict.kind === 'refused') throw refusal(verdict.code, current.state.status);
    const { applied } = verdict;
    await condition(() => current.committedSequence >= applied.sequence || broken !== undefined);
    if (current.committedSequence < applied.sequence) {
      throw refusal('internal_error', current.state.status);
    }
    return current.view(applied.repeated);
  }

  /** An operator's message has nobody to answer: refused, it goes into the timeline. */
  function offer(event: SessionEvent | null, name: string): void {
    if (life === undefined) return;
    const verdict =
      event === null
        ? ({ kind: 'refused', code: 'validation_failed' } as const)
        : take(life, event, operator, null);
    if (verdict.kind === 'refused') refusedSignals.push({ signal: name, code: verdict.code });
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
    const committed = await commitTransition(commit);
    current.committedSequence = commit.sequence;
    current.deadlineMs = committed.deadlineAt === null ? null : Date.parse(committed.deadlineAt);
    setCurrentDetails(standing(commit.state));
    showToOperators(commit);
    if (commit.effects.some(runsGraph)) startChecks(current);
    if (commit.effects.includes('erase')) inBackground(() => eraseObjects({ sessionId }));
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

  /** One timer for one deadline: it is left alone until the deadline itself is another. */
  function armTimer({ deadlineMs, state }: SessionLife): void {
    const at = isTerminal(state.status) ? null : deadlineMs;
    if (timer?.at === at) return;
    timer?.scope.cancel();
    timer = undefined;
    if (at === null) return;
    const scope = new CancellationScope({ cancellable: true });
    timer = { at, scope };
    scope
      .run(() => sleep(Math.max(at - Date.now(), 1)))
      .then(() => {
        timeIsUp = true;
      })
      .catch(() => undefined);
  }

  async function deadlinePassed(current: SessionLife): Promise<void> {
    timeIsUp = false;
    timer = undefined;
    // A one-time link may have moved the deadline in the row, which is no message.
    const { deadlineAt } = await loadSession(sessionId);
    current.deadlineMs = deadlineAt === null ? null : Date.parse(deadlineAt);
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
