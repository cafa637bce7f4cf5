import { proxyLocalActivities, setCurrentDetails, sleep } from '@temporalio/workflow';
import type { SessionActivities } from '../activities/session/contract';
import type { SessionId } from '../shared/domain/ids';
import { localActivityOptions } from './local-activities';
import { SessionLife } from './session-life';
import { isUnreadable, unreadableDetails, waitForMendingMs } from './unreadable-row';

const { loadSession } = proxyLocalActivities<SessionActivities>(localActivityOptions);

/** The session's row, as its run reads it: it alone says where the session stands. */
export class SessionRow {
  /** Whoever asks meanwhile is told to come again. */
  isUnreadable = false;

  constructor(private readonly sessionId: SessionId) {}

  /** Waits for as long as the row cannot be read. */
  async read(): Promise<SessionLife> {
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

  /** A one-time link may have moved the deadline in the row, which is no message. */
  async deadlineOf(life: SessionLife): Promise<SessionLife | undefined> {
    try {
      life.deadlineIs((await loadSession(this.sessionId)).deadlineAt);
      return life;
    } catch (cause) {
      if (!isUnreadable(cause)) throw cause;
      return undefined;
    }
  }
}
