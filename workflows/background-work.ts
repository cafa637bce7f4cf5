import {
  ActivityFailure,
  CancellationScope,
  isCancellation,
  log,
  patched,
  proxyActivities,
} from '@temporalio/workflow';
import type { ErasureActivities, LoadedAttempt } from '../activities/session/contract';
import type { SessionId } from '../shared/domain/ids';
import { carryOn, decideOnRecorded, type AttemptAnswer } from './session-attempt';
import type { SessionLife } from './session-life';

const { eraseObjects } = proxyActivities<ErasureActivities>({
  startToCloseTimeout: '2 minutes',
  // The key is destroyed already; an object store that stays away is the sweep's matter.
  retry: { maximumAttempts: 4 },
});

/** What goes on beside a run's loop: the checks of its attempt, and the deletion of its objects. */
export class BackgroundWork {
  private running = 0;
  private checks: CancellationScope | undefined;

  constructor(
    private readonly sessionId: SessionId,
    private readonly onTrouble: (cause: Error) => void,
  ) {}

  get isIdle(): boolean {
    return this.running === 0;
  }

  /** @param loaded the attempt, when a commit's answer had it already */
  startChecks(
    { state: { attempt, isSandbox }, isBrief }: SessionLife,
    loaded: LoadedAttempt | undefined,
    onAnswer: (answer: AttemptAnswer) => void,
  ): void {
    const ref = { sessionId: this.sessionId, attempt };
    // Sandbox sessions of release 0.1.0 ran engines: their histories replay as they were.
    const onRecorded = isSandbox && patched('sandbox-decides-on-recorded');
    const scope = new CancellationScope({ cancellable: true });
    this.checks = scope;
    this.begin(async () => {
      onAnswer(
        await scope.run(() =>
          onRecorded ? decideOnRecorded(ref, loaded) : carryOn(ref, { loaded, isBrief }),
        ),
      );
    });
  }

  /** At once, not when it is committed: what they still answer is about a session that is over. */
  cancelChecks(): void {
    this.checks?.cancel();
  }

  erase(): void {
    this.begin(async () => {
      try {
        await eraseObjects.executeWithOptions({ summary: "the session's objects" }, [
          { sessionId: this.sessionId },
        ]);
      } catch (cause) {
        if (!(cause instanceof ActivityFailure)) throw cause;
        log.warn('objects are left for the sweep to delete');
      }
    });
  }

  private begin(work: () => Promise<void>): void {
    this.running += 1;
    work()
      .catch((cause: unknown) => {
        if (!isCancellation(cause)) this.onTrouble(asError(cause));
      })
      .finally(() => {
        this.running -= 1;
      });
  }
}

export function asError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error('unknown');
}
