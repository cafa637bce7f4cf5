import { CancellationScope, sleep } from '@temporalio/workflow';
import { isTerminal } from '../shared/domain/lifecycle/status-catalogue';
import { deadlineSummary } from './deadline';
import type { SessionLife } from './session-life';

/** One timer for one deadline: left alone, whatever happens, until the deadline itself is another. */
export class DeadlineTimer {
  private due = false;
  private armed: { readonly at: number; readonly scope: CancellationScope } | undefined;

  /** It has fired, and nobody has looked at the row yet. */
  get isDue(): boolean {
    return this.due;
  }

  /**
   * In a brief history a timer that no status needs any more is left: it fires for nothing, once, if the
   * run lasts that long, and costs nothing if it does not.
   */
  arm({ state, deadlineMs, isBrief }: Pick<SessionLife, 'state' | 'deadlineMs' | 'isBrief'>): void {
    const at = isTerminal(state.status) ? null : deadlineMs;
    // What has fired is looked at first; that tells the deadline anew.
    if (this.due || this.armed?.at === at) return;
    if (at === null && isBrief) return;
    this.disarm();
    if (at === null) return;
    const armed = { at, scope: new CancellationScope({ cancellable: true }) };
    this.armed = armed;
    armed.scope
      .run(() => sleep(Math.max(at - Date.now(), 1), { summary: deadlineSummary(state) }))
      .then(() => {
        if (this.armed !== armed) return;
        this.armed = undefined;
        this.due = true;
      })
      .catch(() => undefined);
  }

  seen(): void {
    this.due = false;
  }

  disarm(): void {
    this.armed?.scope.cancel();
    this.armed = undefined;
  }
}
