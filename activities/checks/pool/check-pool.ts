import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { isErrorCode } from '../../../shared/errors/catalogue';
import { VerifaError } from '../../../shared/errors/verifa-error';
import type {
  CheckTask,
  CheckTaskResult,
  CheckTaskResults,
  CheckThreadAnswer,
  CheckThreadData,
} from './check-task';

export interface CheckPoolOptions extends CheckThreadData {
  /** Threads; each holds its own engines (up to 0.7 GB) and works on one task at a time. */
  readonly size: number;
  /** A task that takes longer has its thread ended. Default 60 s. */
  readonly taskTimeoutMs?: number;
  /** The compiled thread file. Default: the one beside this file. */
  readonly threadFile?: string;
}

export interface CheckPool {
  /**
   * Runs a task on a thread that is free, in the order of calls.
   *
   * @throws VerifaError engine_failed when the thread crashed or overran; the signal's reason when aborted
   */
  run<T extends CheckTask>(task: T, signal?: AbortSignal): Promise<CheckTaskResults[T['kind']]>;
  dispose(): Promise<void>;
}

interface Job {
  readonly task: CheckTask;
  readonly settle: (answer: CheckThreadAnswer | { readonly aborted: unknown }) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** Engines in worker threads, so that seconds of computing block no poll and no heartbeat. */
export function createCheckPool(options: CheckPoolOptions): CheckPool {
  const threadFile = options.threadFile ?? join(__dirname, 'check-thread.js');
  const waiting: Job[] = [];
  const threads = new Set<Thread>();
  let disposed = false;

  function startThread(): Thread {
    const { faceModelsDir, ocrModelsDir, intraOpThreads } = options;
    const workerData: CheckThreadData = { faceModelsDir, ocrModelsDir, intraOpThreads };
    const thread: Thread = {
      worker: new Worker(threadFile, { workerData }),
      job: undefined,
      timer: undefined,
    };
    thread.worker.on('message', (answer: CheckThreadAnswer) => {
      finish(thread, answer);
      next();
    });
    thread.worker.on('error', () => end(thread, { ok: false, code: 'engine_failed' }));
    thread.worker.on('exit', () => end(thread, { ok: false, code: 'engine_failed' }));
    threads.add(thread);
    return thread;
  }

  function finish(thread: Thread, answer: Parameters<Job['settle']>[0]): void {
    clearTimeout(thread.timer);
    const { job } = thread;
    thread.job = undefined;
    job?.settle(answer);
  }

  /** A thread that crashed, overran or was aborted is never used again; the next task gets a new one. */
  function end(thread: Thread, answer: Parameters<Job['settle']>[0]): void {
    if (!threads.delete(thread)) return;
    finish(thread, answer);
    void thread.worker.terminate();
    next();
  }

  function next(): void {
    if (disposed) return;
    const idle = [...threads].find(({ job }) => job === undefined);
    if (waiting.length === 0 || (idle === undefined && threads.size >= options.size)) return;
    const job = waiting.shift();
    if (job === undefined) return;
    const thread = idle ?? startThread();
    thread.job = job;
    thread.timer = setTimeout(
      () => end(thread, { ok: false, code: 'engine_failed' }),
      options.taskTimeoutMs ?? 60_000,
    );
    thread.worker.postMessage(job.task);
  }

  function abort(job: Job, reason: unknown): void {
    const at = waiting.indexOf(job);
    if (at >= 0) {
      waiting.splice(at, 1);
      job.settle({ aborted: reason });
      return;
    }
    const thread = [...threads].find((candidate) => candidate.job === job);
    if (thread !== undefined) end(thread, { aborted: reason });
  }

  return {
    run<T extends CheckTask>(task: T, signal?: AbortSignal) {
      return new Promise<CheckTaskResults[T['kind']]>((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(asError(signal.reason));
          return;
        }
        const onAbort = (): void => abort(job, signal?.reason);
        const job: Job = {
          task,
          settle(answer) {
            signal?.removeEventListener('abort', onAbort);
            if ('aborted' in answer) reject(asError(answer.aborted));
            else if (!answer.ok) reject(failure(answer.code));
            else if (isResultOf(task, answer.result)) resolve(answer.result);
            else reject(failure('engine_failed'));
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        waiting.push(job);
        next();
      });
    },
    async dispose() {
      disposed = true;
      const ending = [...threads].map(({ worker }) => worker.terminate());
      threads.clear();
      for (const job of waiting.splice(0)) job.settle({ ok: false, code: 'engine_failed' });
      await Promise.all(ending);
    },
  };
}

/** Numbers answer counts, objects all else: what the thread's own types promise, seen from here. */
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
