import { patched, proxyLocalActivities } from '@temporalio/workflow';
import type { SessionActivities } from '../activities/session/contract';
import type { Refusal } from '../shared/temporal/session-messages';
import type { Addressee } from './addressee';
import { localActivityOptions } from './local-activities';
import type { Received } from './message-sender';
import type { SessionLife, Verdict } from './session-life';

const { judgeSubmit } = proxyLocalActivities<SessionActivities>(localActivityOptions);

/** The change's name in histories. */
const judgedSubmits = 'judged-submits';
const operator = { kind: 'operator', id: null } as const;

/** What Updates and Signals have in common: whether a message may be taken, and its taking. */
export class MessageJudge {
  private judging = 0;

  constructor(private readonly run: Addressee) {}

  /** By what the run was told: the first message of all, if it moves the session. */
  mayGoFirst(life: SessionLife, sent: Received): boolean {
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

  /** A submit is being looked at. */
  get isJudging(): boolean {
    return this.judging > 0;
  }

  take(life: SessionLife, sent: Received): Verdict {
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

  /** Whether all is there that a submit needs. */
  async submitRefusal(): Promise<Refusal['code'] | null> {
    this.judging += 1;
    try {
      const summary = 'is all there that a submit needs?';
      const { sessionId } = this.run;
      return (await judgeSubmit.executeWithOptions({ summary }, [sessionId])).refused;
    } finally {
      this.judging -= 1;
    }
  }
}

/** An operator's, who asked nobody whether all is there: API and page do, before they send. */
export function isSubmit(sent: Received): boolean {
  return sent.from === 'operator' && sent.event.type === 'submit' && patched(judgedSubmits);
}
