import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface RunningProcess {
  /** The file that it runs. */
  readonly name: string;
  /** Everything it wrote so far, both streams. */
  output(): string;
  /** Resolves behind SIGTERM with all that it wrote; behind SIGKILL at once, as what it started may write on. */
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Until all that it wrote is known, which is a moment longer than it runs. */
  readonly alive: boolean;
  readonly pid: number | undefined;
  /** Null while it runs, and of one that a signal ended. */
  readonly exitCode: number | null;
}

/** A real process of the service, started as the local stack starts it. */
export function startProcess(
  file: string,
  environment: Record<string, string>,
  args: readonly string[] = [],
): RunningProcess {
  const child: ChildProcess = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  const keep = (chunk: Buffer): void => {
    written += chunk.toString('utf8');
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  let isOver = false;
  child.once('close', () => {
    isOver = true;
  });
  return {
    name: file,
    output: () => written,
    pid: child.pid,
    get exitCode() {
      return isOver ? child.exitCode : null;
    },
    get alive() {
      return !isOver;
    },
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, signal === 'SIGTERM' ? 'close' : 'exit');
      child.kill(signal);
      await exited;
    },
  };
}

/** Polls until it answers something other than undefined; the bound only ends a hopeless wait. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined>,
  boundMs = 150_000,
): Promise<T> {
  const end = Date.now() + boundMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error(`still waiting for ${what} after ${String(boundMs)} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
