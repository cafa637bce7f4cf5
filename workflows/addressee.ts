import type { SessionId } from '../shared/domain/ids';
import type { SessionEvent } from '../shared/domain/lifecycle/event';
import type { Actor } from '../shared/temporal/session-messages';
import type { SessionLife, Verdict } from './session-life';

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

/** No answer comes from this life any more. */
export function isOut(run: Addressee, life: SessionLife): boolean {
  return run.life !== life || run.broken !== undefined || (run.isUnreadable && !life.isConfirmed);
}
