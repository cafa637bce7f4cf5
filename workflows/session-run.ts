import {
  allHandlersFinished,
  CancellationScope,
  condition,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import type {
  Committed,
  LoadedAttempt,
  SessionActivities,
  TransitionCommit,
} from '../activities/session/contract';
import type { SessionId } from '../shared/domain/ids';
import { isTerminal } from '../shared/domain/lifecycle/status-catalogue';
import { runsGraph } from '../shared/domain/lifecycle/table';
import { sessionStateQuery } from '../shared/temporal/session-definitions';
import { sessionStateDescription } from '../shared/temporal/message-descriptions';
import type { SessionWorkflowInput } from '../shared/temporal/session-messages';
import type { SessionResult } from '../shared/temporal/session-result';
import type { Addressee } from './addressee';
import { asError, BackgroundWork } from './background-work';
import { deadlineEvent } from './deadline';
import { DeadlineTimer } from './deadline-timer';
import { localActivityOptions } from './local-activities';
import { MessageJudge } from './message-judge';
import { SearchAttributes } from './search-attributes';
import type { SessionLife, Verdict } from './session-life';
import { SessionRow } from './session-row';
import { SignalHandlers } from './signal-handlers';
import { standing } from './standing';
import { transitionSummary } from './summaries';
import { causeOf, rememberCause, withoutTrace, withTrace } from './trace-scope';
import { isStartRefuted, toldLife } from './told-start';
import { waitForMendingMs } from './unreadable-row';
import { UpdateHandlers } from './update-handlers';

const { commitTransition } = proxyLocalActivities<SessionActivities>(localActivityOptions);

const system = { kind: 'system', id: null } as const;

/**
 * One run of a session's life, from its row to a terminal status. Messages reduce the state at once; the
 * loop commits, one transaction a transition, and carries out the effects; whoever sent a message gets
 * its answer when its transition is committed.
 */
export class SessionRun implements Addressee {
  readonly sessionId: SessionId;
  readonly givenKey: string | undefined;
  life: SessionLife | undefined;
  broken: Error | undefined;
  isConfirming = false;
  private readonly judge = new MessageJudge(this);
  private readonly updates = new UpdateHandlers(this, this.judge);
  private readonly signals = new SignalHandlers(this, this.judge);
  private readonly timer = new DeadlineTimer();
  private readonly shown = new SearchAttributes();
  private readonly background: BackgroundWork;
  private readonly row: SessionRow;

  constructor(input: SessionWorkflowInput) {
    this.sessionId = input.sessionId;
    this.givenKey = input.messageKey;
    this.life = toldLife(input);
    this.row = new SessionRow(input.sessionId);
    this.background = new BackgroundWork(input.sessionId, (cause) => {
      this.broken = cause;
    });
  }

  get isUnreadable(): boolean {
    return this.row.isUnreadable;
  }

  /**
   * Cancel in Temporal's UI means expire; the run itself is never cut off in the middle, which is why
   * all that waits here waits in scopes that cannot be cancelled.
   */
  async untilOver(): Promise<SessionResult> {
    this.updates.listen();
    this.signals.listen();
    setHandler(sessionStateQuery, () => this.life?.view(false) ?? null, {
      description: sessionStateDescription,
    });
    return CancellationScope.nonCancellable(() => this.live());
  }

  private async live(): Promise<SessionResult> {
    this.life ??= await this.row.read();
    const begun = this.life;
    this.begin(begun);
    // Whoever started the run caused what it began with, and nothing of what comes later.
    return withoutTrace(() => this.untilTerminal(begun));
  }

  private async untilTerminal(begun: SessionLife): Promise<SessionResult> {
    let life = begun;
    while (!this.isOver(life)) {
      this.timer.arm(life);
      await condition(() => this.life !== life || this.hasWork(life) || this.isOver(life));
      if (this.broken !== undefined) {
        // Whoever waits gets an answer first; the next run begins from the row.
        await condition(allHandlersFinished);
        throw this.broken;
      }
      await this.signals.recordRefused(life);
      life = this.life ?? life;
      const commit = life.uncommitted.shift();
      if (commit !== undefined) await this.carryOutOfCause(life, commit);
      else if (this.timer.isDue) await this.deadlinePassed(life);
      life = this.life ?? life;
    }
    if (!life.isBrief) this.timer.disarm();
    return life.outcome.result(life.state);
  }

  private begin(life: SessionLife): void {
    if (life.state.status === 'processing') this.startChecks(life);
    this.shown.begin(life);
    setCurrentDetails(standing(life.state, life));
  }

  private hasWork({ uncommitted }: SessionLife): boolean {
    return (
      uncommitted.length > 0 ||
      this.timer.isDue ||
      this.signals.hasRefused ||
      this.broken !== undefined
    );
  }

  private isOver({ state, uncommitted }: SessionLife): boolean {
    const isDone = isTerminal(state.status) && this.background.isIdle && allHandlersFinished();
    return isDone && uncommitted.length === 0 && !this.signals.hasRefused;
  }

  async confirm(): Promise<SessionLife | undefined> {
    const isConfirmed = (): boolean => this.life?.isConfirmed === true;
    // What is on its way to the row is confirmed, or contradicted, when it gets there.
    if (!isConfirmed() && this.life?.isSettled === true) this.readRowInstead();
    await condition(() => isConfirmed() || this.isUnreadable || this.broken !== undefined);
    return isConfirmed() ? this.life : undefined;
  }

  /** The row's word for what the run was told. */
  private readRowInstead(): void {
    if (this.isConfirming) return;
    this.isConfirming = true;
    this.row
      .read()
      .then((life) => {
        this.life = life;
        this.begin(life);
      })
      .catch((cause: unknown) => {
        this.broken = asError(cause);
      })
      .finally(() => {
        this.isConfirming = false;
      });
  }

  take(
    life: SessionLife,
    ...[event, actor, requestId, gateTimeoutSeconds]: Parameters<SessionLife['apply']>
  ): Verdict {
    const before = life.uncommitted.length;
    const verdict = life.apply(event, actor, requestId, gateTimeoutSeconds);
    const commit = life.uncommitted[before];
    rememberCause(commit);
    const effects = commit?.effects ?? [];
    if (effects.includes('cancel_checks')) this.background.cancelChecks();
    return verdict;
  }

  private carryOutOfCause(life: SessionLife, commit: TransitionCommit): Promise<void> {
    return withTrace(causeOf(commit), () => this.carryOut(life, commit));
  }

  private async carryOut(life: SessionLife, commit: TransitionCommit): Promise<void> {
    let committed: Committed;
    try {
      committed = await commitTransition.executeWithOptions(
        { summary: transitionSummary(commit) },
        [commit],
      );
    } catch (cause) {
      if (commit.told !== undefined && isStartRefuted(cause)) this.readRowInstead();
      else this.broken = asError(cause);
      return;
    }
    life.committed(commit, committed);
    setCurrentDetails(standing(commit.state, life));
    this.shown.show(commit, life);
    // Something later in the same task may have ended what this one began.
    if (commit.effects.some(runsGraph) && life.state.status === 'processing') {
      this.startChecks(life, committed.attempt);
    }
    if (commit.effects.includes('erase')) this.background.erase();
  }

  private startChecks(life: SessionLife, loaded?: LoadedAttempt): void {
    this.background.startChecks(life, loaded, ({ event, gateTimeoutSeconds, outcomes }) => {
      // Refused when the session went another way meanwhile: a late answer changes nothing.
      const { kind } = this.take(life, event, system, null, gateTimeoutSeconds);
      if (kind === 'applied') life.outcome.checked(outcomes);
    });
  }

  private async deadlinePassed(life: SessionLife): Promise<void> {
    this.timer.seen();
    // Left over from a status before.
    if (life.isBrief && life.deadlineMs === null) return;
    const present = life.isConfirmed ? await this.row.deadlineOf(life) : await this.confirm();
    // What this run knows of the session is whole; when its time is up only the row can say.
    if (present === undefined) life.deadlineMs = Date.now() + waitForMendingMs(0);
    const now = present ?? life;
    const isPast = now.deadlineMs !== null && now.deadlineMs <= Date.now();
    // Something else may have arrived while the row was read: then it goes first.
    if (!isPast || now.uncommitted.length > 0) return;
    const event = deadlineEvent(now.state);
    if (event === null) now.deadlineMs = null;
    else this.take(now, event, system, null);
  }
}
