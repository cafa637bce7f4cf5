import {
  CancellationScope,
  condition,
  patched,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type { SignalDefinition } from '@temporalio/common';
import type { RefusedSignal, SessionActivities } from '../activities/session/contract';
import type { SessionId } from '../shared/domain/ids';
import type { SessionEvent } from '../shared/domain/lifecycle/event';
import {
  sessionSignals,
  sessionStateQuery,
  sessionUpdates,
  type SessionUpdate,
} from '../shared/temporal/session-definitions';
import type {
  Actor,
  Refusal,
  SessionView,
  SignalName,
  UpdateName,
} from '../shared/temporal/session-messages';
import { localActivityOptions } from './local-activities';
import { judgeReceived, receive, trusted, type Received } from './message-sender';
import { parseSignal } from './operator-signals';
import { refusal, refusalOf, type SessionLife, type Verdict } from './session-life';

const { loadSession, judgeSubmit } = proxyLocalActivities<SessionActivities>(localActivityOptions);

/** Changes of what runs of earlier releases did, by the names that their histories carry from then on. */
const signedMessages = 'signed-messages';
const judgedSubmits = 'judged-submits';

const operator = { kind: 'operator', id: null } as const;

/** The run that messages are for. */
export interface Addressee {
  readonly sessionId: SessionId;
  /** The public key that the run was started with; nothing vouches for it. */
  readonly givenKey: string | undefined;
  /** Undefined before the row is read; another one when the row contradicts what the run was told. */
  readonly life: SessionLife | undefined;
  readonly isUnreadable: boolean;
  /** Set when the run is to end: it is started again from its row. */
  readonly broken: Error | undefined;
  take(life: SessionLife, event: SessionEvent, actor: Actor, requestId: string | null): Verdict;
  /** Whether the first message may be taken by what the run was told. */
  readonly isConfirming: boolean;
  /** The life as the row has it; undefined while it cannot be had. */
  confirm(): Promise<SessionLife | undefined>;
}

/** Takes Updates, Signals and the Query. Reduces the state at once, in the order of arrival. */
export class MessageHandlers {
  /** For the loop to record in the timeline. */
  readonly refusedSignals: Pick<RefusedSignal, 'signal' | 'code' | 'status'>[] = [];
  private judging = 0;

  constructor(private readonly run: Addressee) {}

  listen(): void {
    const updates: readonly SessionUpdate[] = Object.values(sessionUpdates);
    for (const update of updates) {
      const { name } = update;
      const handler = (given: unknown): Promise<SessionView> =>
        CancellationScope.nonCancellable(() => this.answer(name, given));
      setHandler(update, handler, {
        validator: (given: unknown) => {
          this.validate(name, given);
        },
      });
    }
    this.listenTo(sessionSignals.captureSubmitted);
    this.listenTo(sessionSignals.expire);
    this.listenTo(sessionSignals.resume);
    this.listenTo(sessionSignals.reviewDecision);
    this.listenTo(sessionSignals.externalDecision);
    setHandler(sessionStateQuery, () => this.run.life?.view(false) ?? null);
    CancellationScope.current().cancelRequested.catch(() =>
      CancellationScope.nonCancellable(() => this.offer({ type: 'expire' }, 'cancel')),
    );
  }

  private listenTo<Args extends unknown[]>(signal: SignalDefinition<Args, SignalName>): void {
    const { name } = signal;
    setHandler(signal, (...[payload]: Args) =>
      CancellationScope.nonCancellable(() => this.offer(parseSignal(name, payload), name)),
    );
  }

  /** Before the row is loaded (update-with-start) only the sender can be judged; the handler does the rest. */
  private validate(name: UpdateName, given: unknown): void {
    const { life, givenKey, sessionId } = this.run;
    // Nor by what was told: a refusal is an answer, and only the row gives answers.
    if (life?.isConfirmed === false) return;
    const key = life === undefined ? givenKey : life.messageKey;
    if (key === undefined || key === null) return;
    const code = judgeReceived(life, receive(name, given, { sessionId, verifyWith: key }));
    if (code !== null) throw refusal(code, life?.state.status ?? 'pending');
  }

  private async answer(name: UpdateName, given: unknown): Promise<SessionView> {
    const { run } = this;
    const isVerified = run.life?.isConfirmed === true && run.life.messageKey !== null;
    // No wait when there is none to wait for: messages of one task are reduced in their order.
    if (run.life === undefined) await condition(() => run.life !== undefined || run.isUnreadable);
    const { life } = run;
    if (life === undefined) throw refusal('temporarily_unavailable', 'pending');
    if (life.messageKey === null && patched(signedMessages)) {
      life.messageKey = (await loadSession(run.sessionId)).messageKey ?? null;
    }
    if (life.isConfirmed) {
      return (
        (await this.answerFrom(life, this.read(name, given, life, isVerified))) ?? unavailable(life)
      );
    }
    const first = this.read(name, given, life, false);
    const view = this.mayGoFirst(life, first) ? await this.answerFrom(life, first) : null;
    if (view !== null) return view;
    const confirmed = await run.confirm();
    if (confirmed === undefined) return unavailable(life);
    const sent = this.read(name, given, confirmed, false);
    return (await this.answerFrom(confirmed, sent)) ?? unavailable(confirmed);
  }

  /** Null when the row has contradicted what `life` goes by. */
  private async answerFrom(life: SessionLife, sent: Received): Promise<SessionView | null> {
    const { run } = this;
    const refused =
      judgeReceived(life, sent) ?? (isSubmit(sent) ? await this.submitRefusal() : null);
    if (refused !== null) throw refusal(refused, life.state.status);
    const verdict = this.takeReceived(life, sent);
    if (verdict.kind === 'refused') throw refusal(verdict.code, life.state.status);
    const { sequence, repeated } = verdict.applied;
    await condition(() => life.committedSequence >= sequence || isOut(run, life));
    if (life.committedSequence >= sequence) return life.view(repeated);
    return run.life === life ? unavailable(life) : null;
  }

  /** An operator's message has nobody to answer: refused, it goes into the timeline. */
  private async offer(event: SessionEvent | null, name: string): Promise<void> {
    const { run } = this;
    if (run.life === undefined) await condition(() => run.life !== undefined);
    const { life } = run;
    if (life === undefined) return;
    const sent: Received =
      event === null ? { from: 'nobody', code: 'validation_failed' } : { from: 'operator', event };
    // Not to overtake a submit that came first and is still being judged.
    while (this.judging > 0) await condition(() => this.judging === 0);
    if (life.isConfirmed) {
      await this.offerTo(life, sent, name);
      return;
    }
    if (this.mayGoFirst(life, sent)) {
      await this.offerTo(life, sent, name);
      await condition(() => life.isConfirmed || isOut(run, life));
      if (run.life === life) return;
    }
    let confirmed = await run.confirm();
    if (confirmed === undefined) await condition(() => run.life?.isConfirmed === true);
    confirmed = run.life;
    if (confirmed !== undefined) await this.offerTo(confirmed, sent, name);
  }

  private async offerTo(life: SessionLife, sent: Received, name: string): Promise<void> {
    const refused =
      judgeReceived(life, sent) ?? (isSubmit(sent) ? await this.submitRefusal() : null);
    const code = refused ?? refusalOf(this.takeReceived(life, sent));
    if (code !== null) this.refusedSignals.push({ signal: name, code, status: life.state.status });
  }

  /** What release 0.1.0 was sent is in its histories as it came: unsigned, and believed. */
  private read(
    name: UpdateName,
    given: unknown,
    { messageKey }: SessionLife,
    isVerified: boolean,
  ): Received {
    if (messageKey === null) return trusted(given);
    const { sessionId } = this.run;
    return receive(name, given, { sessionId, verifyWith: isVerified ? null : messageKey });
  }

  /** By what the run was told: the first message of all, if it moves the session. */
  private mayGoFirst(life: SessionLife, sent: Received): boolean {
    if (this.run.isConfirming || this.run.life !== life) return false;
    switch (sent.from) {
      case 'nobody':
        return false;
      case 'operator':
        return life.movesAtOnce(sent.event, null);
      case 'service':
        return life.movesAtOnce(sent.message.event, sent.sequence);
    }
  }

  private async submitRefusal(): Promise<Refusal['code'] | null> {
    this.judging += 1;
    try {
      return (await judgeSubmit(this.run.sessionId)).refused;
    } finally {
      this.judging -= 1;
    }
  }

  private takeReceived(life: SessionLife, sent: Received): Verdict {
    switch (sent.from) {
      case 'nobody':
        return { kind: 'refused', code: sent.code };
      case 'operator':
        return this.run.take(life, sent.event, operator, null);
      case 'service': {
        const { event, actor, requestId } = sent.message;
        return this.run.take(life, event, actor, requestId);
      }
    }
  }
}

/** No answer comes from this life any more. */
function isOut(run: Addressee, life: SessionLife): boolean {
  return run.life !== life || run.broken !== undefined || (run.isUnreadable && !life.isConfirmed);
}

/** An operator's, who asked nobody whether all is there: API and page do, before they send. */
function isSubmit(sent: Received): boolean {
  return sent.from === 'operator' && sent.event.type === 'submit' && patched(judgedSubmits);
}

function unavailable({ state }: SessionLife): never {
  throw refusal('temporarily_unavailable', state.status);
}
