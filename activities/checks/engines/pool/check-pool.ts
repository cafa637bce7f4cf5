import { join } from 'node:path';
import { isErrorCode } from '../../../../shared/domain/errors/catalogue';
import { VerifaError } from '../../../../shared/domain/errors/verifa-error';
import type { DeathReason } from '../../../../shared/metrics/label-values';
import type { MetricsSink } from '../../../../shared/metrics/metrics';
import type {
  CheckAnswer,
  CheckProcessSettings,
  CheckTask,
  CheckTaskResult,
  CheckTaskResults,
  CheckUsage,
} from './check-task';
import { startCheckProcess, type CheckProcess } from './start-check-process';

export interface CheckPoolOptions extends CheckProcessSettings {
  /** Processes; each holds its own engines (up to 0.7 GB) and works on one task at a time. */
  readonly size: number;
  /** A task that takes longer has its process ended. Default 60 s. */
  readonly taskTimeoutMs?: number;
  /** An aborted task's process is kept, engines and all, if it is done within this. Default 1 s. */
  readonly abortGraceMs?: number;
  /**
   * A process that has ever held more is replaced when its task is done. Default 1,400 MB: pages of
   * unusual size leave the engines' arenas large for good.
   */
  readonly maxRssMb?: number;
  /** Counts processes that ended; absent, nobody does. */
  readonly metrics?: MetricsSink;
  /** Told what each task cost. */
  readonly onUsage?: (kind: CheckTask['kind'], usage: CheckUsage) => void;
  /** The compiled file of the processes. Default: the one beside this file. */
  readonly processFile?: string;
}

export interface CheckPool {
  /**
   * Runs a task on a process that is free, in the order of calls.
   *
   * @throws VerifaError engine_failed when the process crashed, overran or the pool is disposed of;
   *   the signal's reason when aborted
   */
  run<T extends CheckTask>(task: T, signal?: AbortSignal): Promise<CheckTaskResults[T['kind']]>;
  /** Tasks that wait for a process, and processes at work. */
  load(): { readonly waiting: number; readonly busy: number };
  /** Ends all processes; what runs or waits fails. */
  dispose(): Promise<void>;
}

type Ending =
  | CheckAnswer
  | { readonly ok: false; readonly code: 'engine_failed' }
  | { readonly aborted: unknown };

interface Job {
  readonly task: CheckTask;
  /** Once: later calls change nothing. */
  readonly settle: (ending: Ending) => void;
}

/** A process at work on a job; after an abort until it is done or its grace is over, on `dropped`. */
interface Place {
  readonly process: CheckProcess;
  work: Job | 'dropped' | 'none';
  timer: NodeJS.Timeout | undefined;
}

const failed: Ending = { ok: false, code: 'engine_failed' };

/** Engines in processes of their own, so that seconds of computing block no poll and no heartbeat. */
export function createCheckPool(options: CheckPoolOptions): CheckPool {
  const { size, taskTimeoutMs = 60_000, abortGraceMs = 1_000, maxRssMb = 1_400 } = options;
  const processFile = options.processFile ?? join(__dirname, 'check-process.js');
  const { faceModelsDir, expressionModelDir, ocrModelsDir, intraOpThreads } = options;
  const settings: CheckProcessSettings = {
    faceModelsDir,
    expressionModelDir,
    ocrModelsDir,
    intraOpThreads,
  };
  const waiting: Job[] = [];
  const places = new Set<Place>();
  let disposed = false;

  function openPlace(): Place {
    const process = startCheckProcess(processFile, settings, {
      onAnswer(answer) {
        const { work } = place;
        if (work !== 'none' && work !== 'dropped') options.onUsage?.(work.task.kind, answer.usage);
        if (answer.usage.peakRssMb > maxRssMb) void close(place, answer, 'too_large');
        else finish(place, answer);
        next();
      },
      onGone: () => void close(place, failed, 'crashed'),
    });
    const place: Place = { process, work: 'none', timer: undefined };
    places.add(place);
    return place;
  }

  function finish(place: Place, ending: Ending): void {
    clearTimeout(place.timer);
    const { work } = place;
    place.work = 'none';
    if (work !== 'none' && work !== 'dropped') work.settle(ending);
  }

  /** A process that crashed or overran is never used again; the next task gets a new one. */
  async function close(
    place: Place,
    ending: Ending,
    reason: DeathReason | 'disposed',
  ): Promise<void> {
    if (!places.delete(place)) return;
    if (reason !== 'disposed') {
      options.metrics?.count('verifa_check_process_deaths_total', { reason });
    }
    finish(place, ending);
    const gone = place.process.kill();
    next();
    await gone;
  }

  function next(): void {
    if (disposed) return;
    const idle = [...places].find(({ work }) => work === 'none');
    if (idle === undefined && places.size >= size) return;
    const job = waiting.shift();
    if (job === undefined) return;
    const place = idle ?? openPlace();
    place.work = job;
    place.timer = setTimeout(() => void close(place, failed, 'overran'), taskTimeoutMs);
    place.process.send(job.task);
  }

  function abort(job: Job, reason: unknown): void {
    const at = waiting.indexOf(job);
    if (at >= 0) waiting.splice(at, 1);
    const place = [...places].find(({ work }) => work === job);
    if (place !== undefined) {
      clearTimeout(place.timer);
      place.work = 'dropped';
      place.timer = setTimeout(() => void close(place, failed, 'aborted'), abortGraceMs);
    }
    job.settle({ aborted: reason });
  }

  return {
    run<T extends CheckTask>(task: T, signal?: AbortSignal) {
      return new Promise<CheckTaskResults[T['kind']]>((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(asError(signal.reason));
          return;
        }
        if (disposed) {
          reject(new VerifaError('engine_failed'));
          return;
        }
        const onAbort = (): void => abort(job, signal?.reason);
        const job: Job = {
          task,
          settle(ending) {
            signal?.removeEventListener('abort', onAbort);
            if ('aborted' in ending) reject(asError(ending.aborted));
            else if (!ending.ok) reject(failure(ending.code));
            else if (isResultOf(task, ending.result)) resolve(ending.result);
            else reject(failure('engine_failed'));
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        waiting.push(job);
        next();
      });
    },
    load: () => ({
      waiting: waiting.length,
      busy: [...places].filter(({ work }) => work !== 'none').length,
    }),
    async dispose() {
      disposed = true;
      for (const job of waiting.splice(0)) job.settle(failed);
      await Promise.all([...places].map((place) => close(place, failed, 'disposed')));
    },
  };
}

/** Numbers answer counts, objects all else: what the process's own types promise, seen from here. */
function isResultOf<T extends CheckTask>(
  task: T,
  result: CheckTaskResult,
): result is CheckTaskResults[T['kind']] {
  return (task.kind === 'face_count') === (typeof result === 'number');
}

function failure(code: string): VerifaError {
  return new VerifaError(isErrorCode(code) ? code : 'engine_failed');
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('aborted');
}
