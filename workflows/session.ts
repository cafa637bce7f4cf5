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
  patched,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  sleep,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type {
  ErasureActivities,
  LoadedSession,
  RefusedSignal,
  SessionActivities,
  TransitionCommit,
} from '../activities/session/contract';
import type { SessionEvent } from '../shared/domain/lifecycle/event';
import { isTerminal } from '../shared/domain/lifecycle/state';
import type { Effect } from '../shared/domain/lifecycle/table';
import { searchAttributeKeys } from '../shared/temporal/search-attribute-keys';
import {
  queryName,
  updateNames,
  type Refusal,
  type SessionView,
  type SessionWorkflowInput,
  type SignalName,
  type UpdateName,
} from '../shared/temporal/session-messages';
import { DeadlineTimer } from './deadline-timer';
import { localActivityOptions } from './local-activities';
import { judgeReceived, receive, trusted, type Received } from './message-sender';
import { parseSignal } from './operator-signals';
import { carryOn, decideOnRecorded } from './session-attempt';
import { refusal, refusalOf, SessionLife, type Verdict } from './session-life';
import { deadlineSummary, standing } from './standing';
import { isUnreadable, unreadableDetails, waitForMendingMs } from './unreadable-row';

const { loadSession, judgeSubmit, commitTransition, recordRefusedSignal } =
  proxyLocalActivities<SessionActivities>(localActivityOptions);
const { eraseObjects } = proxyActivities<ErasureActivities>({
  startToCloseTimeout: '2 minutes',
  // The key is destroyed already; an object store that stays away is the sweep's matter.
  retry: { maximumAttempts: 4 },
});

/** Changes of what runs of earlier releases did, by the names that their histories carry from then on. */
const signedMessages = 'signed-messages';
const judgedSubmits = 'judged-submits';

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
export async function sessionWorkflow({
  sessionId,
  messageKey,
}: SessionWorkflowInput): Promise<void> {
  let life: SessionLife | undefined;
  let checks: CancellationScope | undefined;
  const timer = new DeadlineTimer();
  let background = 0;
  let judging = 0;
  let broken: Error | undefined;
  let isUnreadableRow = false;
  const refusedSignals: Pick<RefusedSignal, 'signal' | 'code' | 'status'>[] = [];

  for (const name of updateNames) {
    const handle = (given: unknown): Promise<SessionView> =>
      CancellationScope.nonCancellable(() => handleMessage(name, given));
    setHandler(defineUpdate<SessionView, [unknown]>(name), handle, {
      // Before the row is loaded (update-with-start) only the sender can be judged; the handler does the rest.
      validator: (given: unknown) => {
        const key = life === undefined ? messageKey : life.messageKey;
        if (key === undefined || key === null) return;
        const code = judgeReceived(life, receive(name, given, { sessionId, verifyWith: key }));
        if (code !== null) throw refusal(code, life?.state.status ?? 'pending');
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
    const current = new SessionLife(sessionId, await loadReadable());
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

  /** Whoever asks meanwhile is told to come again; the row alone says where the session stands. */
  async function loadReadable(): Promise<LoadedSession> {
    for (let looks = 0; ; looks += 1) {
      try {
        const loaded = await loadSession(sessionId);
        isUnreadableRow = false;
        return loaded;
      } catch (cause) {
        if (!isUnreadable(cause)) throw cause;
        isUnreadableRow = true;
        setCurrentDetails(unreadableDetails);
        await sleep(waitForMendingMs(looks));
      }
    }
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

  async function handleMessage(name: UpdateName, given: unknown): Promise<SessionView> {
    const isVerified = life !== undefined && life.messageKey !== null;
    // No wait when there is none to wait for: messages of one task are reduced in their order.
    if (life === undefined) await condition(() => life !== undefined || isUnreadableRow);
    if (life === undefined) throw refusal('temporarily_unavailable', 'pending');
    const current = life;
    if (current.messageKey === null && patched(signedMessages)) {
      current.messageKey = (await loadSession(sessionId)).messageKey ?? null;
    }
    // What release 0.1.0 was sent is in its histories as it came: unsigned, and believed.
    const sent =
      current.messageKey === null
        ? trusted(given)
        : receive(name, given, { sessionId, verifyWith: isVerified ? null : current.messageKey });
    const refused = judgeReceived(current, sent) ?? (isSubmit(sent) ? await submitRefusal() : null);
    if (refused !== null) throw refusal(refused, current.state.status);
    const verdict = takeReceived(current, sent);
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
    const sent: Received =
      event === null ? { from: 'nobody', code: 'validation_failed' } : { from: 'operator', event };
    // Not to overtake a submit that came first and is still being judged.
    while (judging > 0) await condition(() => judging === 0);
    const refused = judgeReceived(life, sent) ?? (isSubmit(sent) ? await submitRefusal() : null);
    const code = refused ?? refusalOf(takeReceived(life, sent));
    if (code !== null) refusedSignals.push({ signal: name, code, status: life.state.status });
  }

  /** An operator's, who asked nobody whether all is there: API and page do, before they send. */
  function isSubmit(sent: Received): boolean {
    return sent.from === 'operator' && sent.event.type === 'submit' && patched(judgedSubmits);
  }

  async function submitRefusal(): Promise<Refusal['code'] | null> {
    judging += 1;
    try {
      return (await judgeSubmit(sessionId)).refused;
    } finally {
      judging -= 1;
    }
  }

  function takeReceived(current: SessionLife, sent: Received): Verdict {
    switch (sent.from) {
      case 'nobody':
        return { kind: 'refused', code: sent.code };
      case 'operator':
        return take(current, sent.event, operator, null);
      case 'service':
        return take(current, sent.message.event, sent.message.actor, sent.message.requestId);
    }
  }

  function take(
    current: SessionLife,
    ...[event, actor, requestId, gateTimeoutSeconds]: Parameters<SessionLife['apply']>
  ): Verdict {
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
    const { attempt, isSandbox } = current.state;
    // Sandbox sessions of release 0.1.0 ran engines: their histories replay as they were.
    const onRecorded = isSandbox && patched('sandbox-decides-on-recorded');
    const scope = new CancellationScope({ cancellable: true });
    checks = scope;
    inBackground(async () => {
      const { event, gateTimeoutSeconds } = await scope.run(() =>
        onRecorded ? decideOnRecorded({ sessionId, attempt }) : carryOn({ sessionId, attempt }),
      );
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
    try {
      current.deadlineIs((await loadSession(sessionId)).deadlineAt);
    } catch (cause) {
      if (!isUnreadable(cause)) throw cause;
      // What this run knows of the session is whole; when its time is up only the row can say.
      current.deadlineMs = Date.now() + waitForMendingMs(0);
    }
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
  return (
    effect === 'run_graph' ||
    effect === 'continue_graph' ||
    effect === 'rerun_graph' ||
    effect === 'rerun_recorded'
  );
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
