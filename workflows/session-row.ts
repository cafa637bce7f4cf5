import {
  patched,
  proxyLocalActivities,
  setCurrentDetails,
  sleep,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type { LoadedSession, SessionActivities } from '../activities/session/contract';
import type { SessionId } from '../shared/domain/ids';
import { searchAttributeKeys as keys } from '../shared/temporal/search-attributes';
import { sessionUnreadable } from '../shared/temporal/session-messages';
import { localActivityOptions } from './local-activities';
import { SessionLife } from './session-life';
import { isUnreadable, unreadableDetails, waitForMendingMs } from './unreadable-row';

const { loadSession } = proxyLocalActivities<SessionActivities>(localActivityOptions);

/** The change's name in histories. */
const unreadableShown = 'unreadable-shown';

/** The session's row, as its run reads it: it alone says where the session stands. */
export class SessionRow {
  /** Whoever asks meanwhile is told to come again. */
  isUnreadable = false;
  private isShown = false;

  constructor(private readonly sessionId: SessionId) {}

  /** Waits for as long as the row cannot be read. */
  async read(): Promise<SessionLife> {
    for (let looks = 0; ; looks += 1) {
      try {
        const loaded = await this.load('the row: where the session stands');
        this.isUnreadable = false;
        if (this.isShown) this.show(null);
        return new SessionLife(this.sessionId, loaded);
      } catch (cause) {
        if (!isUnreadable(cause)) throw cause;
        this.isUnreadable = true;
        setCurrentDetails(unreadableDetails);
        // An operator finds what waits; runs that waited before it could be found go on as they began.
        if (!this.isShown && patched(unreadableShown)) this.show([sessionUnreadable]);
        await sleep(waitForMendingMs(looks), { summary: 'before the next look at the row' });
      }
    }
  }

  /** A one-time link may have moved the deadline in the row, which is no message. */
  async deadlineOf(life: SessionLife): Promise<SessionLife | undefined> {
    try {
      life.deadlineIs((await this.load('the row: is the time up?')).deadlineAt);
      return life;
    } catch (cause) {
      if (!isUnreadable(cause)) throw cause;
      return undefined;
    }
  }

  private show(reason: string[] | null): void {
    this.isShown = reason !== null;
    upsertSearchAttributes([{ key: keys.reason, value: reason }]);
  }

  private load(summary: string): Promise<LoadedSession> {
    return loadSession.executeWithOptions({ summary }, [this.sessionId]);
  }
}
