import {
  CancellationScope,
  condition,
  patched,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type { SessionActivities } from '../activities/session/contract';
import { sessionUpdates, type SessionUpdate } from '../shared/temporal/session-definitions';
import { updateDescriptions } from '../shared/temporal/message-descriptions';
import type { SessionView, UpdateName } from '../shared/temporal/session-messages';
import { isOut, type Addressee } from './addressee';
import { localActivityOptions } from './local-activities';
import { isSubmit, type MessageJudge } from './message-judge';
import { judgeReceived, receive, trusted, type Received } from './message-sender';
import { refusal, type SessionLife } from './session-life';

const { loadSession } = proxyLocalActivities<SessionActivities>(localActivityOptions);

/** The change's name in histories. */
const signedMessages = 'signed-messages';

/** Takes Updates, and answers each when its transition is committed. */
export class UpdateHandlers {
  constructor(
    private readonly run: Addressee,
    private readonly judge: MessageJudge,
  ) {}

  listen(): void {
    const updates: readonly SessionUpdate[] = Object.values(sessionUpdates);
    for (const update of updates) {
      const { name } = update;
      const handler = (given: unknown): Promise<SessionView> =>
        CancellationScope.nonCancellable(() => this.answer(name, given));
      setHandler(update, handler, {
        description: updateDescriptions[name],
        validator: (given: unknown) => {
          this.validate(name, given);
        },
      });
    }
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
      const summary = 'the row: whose messages count';
      const { messageKey } = await loadSession.executeWithOptions({ summary }, [run.sessionId]);
      life.messageKey = messageKey ?? null;
    }
    if (life.isConfirmed) {
      return (
        (await this.answerFrom(life, this.read(name, given, life, isVerified))) ?? unavailable(life)
      );
    }
    const first = this.read(name, given, life, false);
    const view = this.judge.mayGoFirst(life, first) ? await this.answerFrom(life, first) : null;
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
      judgeReceived(life, sent) ?? (isSubmit(sent) ? await this.judge.submitRefusal() : null);
    if (refused !== null) throw refusal(refused, life.state.status);
    const verdict = this.judge.take(life, sent);
    if (verdict.kind === 'refused') throw refusal(verdict.code, life.state.status);
    const { sequence, repeated } = verdict.applied;
    await condition(() => life.committedSequence >= sequence || isOut(run, life));
    if (life.committedSequence >= sequence) return life.view(repeated);
    return run.life === life ? unavailable(life) : null;
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
}

function unavailable({ state }: SessionLife): never {
  throw refusal('temporarily_unavailable', state.status);
}
