import { fork } from 'node:child_process';
import type { CheckAnswer, CheckProcessSettings, CheckTask } from './check-task';

export interface CheckProcess {
  send(task: CheckTask): void;
  /** Ends it at once, whatever it computes; resolves when it is gone. */
  kill(): Promise<void>;
}

interface CheckProcessListener {
  readonly onAnswer: (answer: CheckAnswer) => void;
  /** It ended, could not be started, or cannot be reached. May be told more than once. */
  readonly onGone: () => void;
}

/**
 * One process with engines. A process and no thread, because a thread that is ended while onnxruntime
 * computes takes all of its process down (`Napi::Error` in native code; tried with 1.30).
 */
export function startCheckProcess(
  file: string,
  settings: CheckProcessSettings,
  { onAnswer, onGone }: CheckProcessListener,
): CheckProcess {
  const child = fork(file, [JSON.stringify(settings)], {
    // What decodes strangers' pictures holds no key, no password and no address of ours.
    env: {},
    execArgv: [],
    // Copies bytes as bytes; JSON would write each as digits.
    serialization: 'advanced',
    // A native library's last words may quote what it read.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => {
      if (child.pid === undefined) resolve();
    });
  });
  child.on('message', (answer: CheckAnswer) => onAnswer(answer));
  child.on('error', onGone);
  child.on('exit', onGone);
  return {
    send(task) {
      child.send(task, (cause) => {
        if (cause !== null) onGone();
      });
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
