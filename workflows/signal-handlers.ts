import type { SignalDefinition } from '@temporalio/common';
import {
  CancellationScope,
  condition,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type { RefusedSignal, SessionActivities } from '../activities/session/contract';
import type { SessionEvent } from '../shared/domain/lifecycle/event';
import type { RefusedEvent } from '../shared/domain/lifecycle/timeline-event';
import { sessionSignals } from '../shared/temporal/session-definitions';
import { signalDescriptions } from '../shared/temporal/message-descriptions';
import type { SignalName } from '../shared/temporal/session-messages';
import { isOut, type Addressee } from './addressee';
import { localActivityOptions } from './local-activities';
import { isSubmit, type MessageJudge } from './message-judge';
import { judgeReceived, type Received } from './message-sender';
import { parseSignal } from './operator-signals';
import { refusalOf, type SessionLife } from './session-life';
import { refusalSummary } from './summaries';

const { recordRefusedSignal } = proxyLocalActivities<SessionActivities>(localActivityOptions);

/** Takes an operator's Signals, and Cancel, which means expire. */
export class SignalHandlers {
  private readonly refused: Pick<RefusedSignal, 'signal' | 'code' | 'status'>[] = [];

  constructor(
    private readonly run: Addressee,
    private readonly judge: MessageJudge,
  ) {}

  listen(): void {
    this.listenTo(sessionSignals.captureSubmitted);
    this.listenTo(sessionSignals.expire);
    this.listenTo(sessionSignals.resume);
    this.listenTo(sessionSignals.reviewDecision);
    this.listenTo(sessionSignals.externalDecision);
    CancellationScope.current().cancelRequested.catch(() =>
      CancellationScope.nonCancellable(() => this.offer({ type: 'expire' }, 'cancel')),
    );
  }

  get hasRefused(): boolean {
    return this.refused.length > 0;
  }

  /** Into the timeline. */
  async recordRefused({ state: { attempt } }: SessionLife): Promise<void> {
    const { sessionId } = this.run;
    for (const refused of this.refused.splice(0)) {
      const at = new Date().toISOString();
      await recordRefusedSignal.executeWithOptions({ summary: refusalSummary(refused) }, [
        { sessionId, attempt, ...refused, at },
      ]);
    }
  }

  private listenTo<Args extends unknown[]>(signal: SignalDefinition<Args, SignalName>): void {
    const { name } = signal;
    const handler = (...[payload]: Args): Promise<void> =>
      CancellationScope.nonCancellable(() => this.offer(parseSignal(name, payload), name));
    setHandler(signal, handler, { description: signalDescriptions[name] });
  }

  /** An operator's message has nobody to answer: refused, it goes into the timeline. */
  private async offer(event: SessionEvent | null, name: RefusedEvent): Promise<void> {
    const { run } = this;
    if (run.life === undefined) await condition(() => run.life !== undefined);
    const { life } = run;
    if (life === undefined) return;
    const sent: Received =
      event === null ? { from: 'nobody', code: 'validation_failed' } : { from: 'operator', event };
    // Not to overtake a submit that came first and is still being judged.
    while (this.judge.isJudging) await condition(() => !this.judge.isJudging);
    if (life.isConfirmed) {
      await this.offerTo(life, sent, name);
      return;
    }
    if (this.judge.mayGoFirst(life, sent)) {
      await this.offerTo(life, sent, name);
      await condition(() => life.isConfirmed || isOut(run, life));
      if (run.life === life) return;
    }
    let confirmed = await run.confirm();
    if (confirmed === undefined) await condition(() => run.life?.isConfirmed === true);
    confirmed = run.life;
    if (confirmed !== undefined) await this.offerTo(confirmed, sent, name);
  }

  private async offerTo(life: SessionLife, sent: Received, name: RefusedEvent): Promise<void> {
    const refused =
      judgeReceived(life, sent) ?? (isSubmit(sent) ? await this.judge.submitRefusal() : null);
    const code = refused ?? refusalOf(this.judge.take(life, sent));
    if (code !== null) this.refused.push({ signal: name, code, status: life.state.status });
  }
}
