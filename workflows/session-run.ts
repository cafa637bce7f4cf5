import {
  allHandlersFinished,
  CancellationScope,
  condition,
  proxyLocalActivities,
  setCurrentDetails,
  sleep,
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
import type { SessionWorkflowInput } from '../shared/temporal/session-messages';
import { asError, BackgroundWork } from './background-work';
import { deadlineEvent, deadlineSummary } from './deadline';
import { DeadlineTimer } from './deadline-timer';
import { localActivityOptions } from './local-activities';
import { MessageHandlers, type Addressee } from './message-handlers';
import { SearchAttributes } from './search-attributes';
import { SessionLife, type Verdict } from './session-life';
import { standing } from './standing';
import { isStartRefuted, toldLife } from './told-start';
import { isUnreadable, unreadableDetails, waitForMendingMs } from './unreadable-row';

const { loadSession, commitTransition, recordRefusedSignal } =
  proxyLocalActivities<SessionActivities>(localActivityOptions);

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
  isUnreadable = false;
  isConfirming = false;
  private readonly messages = new MessageHandlers(this);
  private readonly timer = new DeadlineTimer();
  private readonly shown = new SearchAttributes();
  private readonly background: BackgroundWork;

  constructor(input: SessionWorkflowInput) {
    this.sessionId = input.sessionId;
    this.givenKey = input.messageKey;
    this.life = toldLife(input);
    this.background = new BackgroundWork(input.sessionId, (cause) => {
      this.broken = cause;
    });
  }

  /**
   * Cancel in Temporal's UI means expire; the run itself is never cut off in the middle, which is why
   * all that waits here waits in scopes that cannot be cancelled.
   */
  async untilOver(): Promise<void> {
    this.messages.listen();
    await CancellationScope.nonCancellable(() => this.live());
  }

  private async live(): Promise<void> {
    this.life ??= await this.readRow();
    let life = this.life;
    this.begin(life);
    while (!this.isOver(life)) {
      this.armTimer(life);
      await condition(() => this.life !== life || this.hasWork(life) || this.isOver(life));
      if (this.broken !== undefined) {
        // Whoever waits gets an answer first; the next run begins from the row.
        await condition(allHandlersFinished);
        throw this.broken;
      }
      await this.recordRefusals(life);
      life = this.life;
      const commit = life.uncommitted.shift();
      if (commit !== undefined) await this.carryOut(life, commit);
      else if (this.timer.isDue) await this.deadlinePassed(life);
      life = this.life;
    }
    if (!life.isBrief) this.timer.disarm();
  }

  private begin(life: SessionLife): void {
    if (life.state.status === 'processing') this.startChecks(life);
    this.shown.begin(life.state);
    setCurrentDetails(standing(life.state));
  }

  private armTimer({ state, deadlineMs, isBrief }: SessionLife): void {
    const at = isTerminal(state.status) ? null : deadlineMs;
    this.timer.arm(at, deadlineSummary(state), isBrief ? 'leave' : 'cancel');
  }

  private hasWork({ uncommitted }: SessionLife): boolean {
    return (
      uncommitted.length > 0 ||
      this.timer.isDue ||
      this.messages.refusedSignals.length > 0 ||
      this.broken !== undefined
    );
  }

  private isOver({ state, uncommitted }: SessionLife): boolean {
    const isDone = isTerminal(state.status) && this.background.isIdle && allHandlersFinished();
    return isDone && uncommitted.length === 0 && this.messages.refusedSignals.length === 0;
  }

  /** Whoever asks meanwhile is told to come again; the row alone says where the session stands. */
  private async readRow(): Promise<SessionLife> {
    for (let looks = 0; ; looks += 1) {
      try {
        const loaded = await loadSession(this.sessionId);
        this.isUnreadable = false;
        return new SessionLife(this.sessionId, loaded);
      } catch (cause) {
        if (!isUnreadable(cause)) throw cause;
        this.isUnreadable = true;
        setCurrentDetails(unreadableDetails);
        await sleep(waitForMendingMs(looks));
      }
    }
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
    this.readRow()
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
    const effects = life.uncommitted[before]?.effects ?? [];
    if (effects.includes('cancel_checks')) this.background.cancelChecks();
    return verdict;
  }

  private async carryOut(life: SessionLife, commit: TransitionCommit): Promise<void> {
    let committed: Committed;
    try {
      committed = await commitTransition(commit);
    } catch (cause) {
      if (commit.told !== undefined && isStartRefuted(cause)) this.readRowInstead();
      else this.broken = asError(cause);
      return;
    }
    life.committed(commit, committed);
    setCurrentDetails(standing(commit.state));
    this.shown.show(commit, life.isBrief ? 'brief' : 'full');
    // Something later in the same task may have ended what this one began.
    if (commit.effects.some(runsGraph) && life.state.status === 'processing') {
      this.startChecks(life, committed.attempt);
    }
    if (commit.effects.includes('erase')) this.background.erase();
  }

  private startChecks(life: SessionLife, loaded?: LoadedAttempt): void {
    this.background.startChecks(life, loaded, ({ event, gateTimeoutSeconds }) => {
      // Refused when the session went another way meanwhile: a late answer changes nothing.
      this.take(life, event, system, null, gateTimeoutSeconds);
    });
  }

  private async deadlinePassed(life: SessionLife): Promise<void> {
    this.timer.seen();
    // Left over from a status before.
    if (life.isBrief && life.deadlineMs === null) return;
    const present = life.isConfirmed ? await this.withDeadlineOfRow(life) : await this.confirm();
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

  /** A one-time link may have moved the deadline in the row, which is no message. */
  private async withDeadlineOfRow(life: SessionLife): Promise<SessionLife | undefined> {
    try {
      life.deadlineIs((await loadSession(this.sessionId)).deadlineAt);
      return life;
    } catch (cause) {
      if (!isUnreadable(cause)) throw cause;
      return undefined;
    }
  }

  private async recordRefusals({ state: { attempt } }: SessionLife): Promise<void> {
    const { sessionId } = this;
    for (const refused of this.messages.refusedSignals.splice(0)) {
      const at = new Date().toISOString();
      await recordRefusedSignal({ sessionId, attempt, ...refused, at });
    }
  }
}
