import { CancellationScope, sleep } from '@temporalio/workflow';

/** One timer for one deadline: left alone, whatever happens, until the deadline itself is another. */
export class DeadlineTimer {
  private due = false;
  private armed: { readonly at: number; readonly scope: CancellationScope } | undefined;

  /** It has fired, and nobody has looked at the row yet. */
  get isDue(): boolean {
    return this.due;
  }

  /**
   * @param whenNone what happens to the present timer when there is no deadline any more: a timer that is
   *   left fires for nothing, once, if the run lasts that long, and costs nothing if it does not
   */
  arm(at: number | null, summary: string, whenNone: 'cancel' | 'leave'): void {
    // What has fired is looked at first; that tells the deadline anew.
    if (this.due || this.armed?.at === at) return;
    if (at === null && whenNone === 'leave') return;
    this.disarm();
    if (at === null) return;
    const armed = { at, scope: new CancellationScope({ cancellable: true }) };
    this.armed = armed;
    armed.scope
      .run(() => sleep(Math.max(at - Date.now(), 1), { summary }))
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
