import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface BenchChild {
  readonly pid: number;
  readonly process: ChildProcess;
  output(): string;
  stop(): Promise<void>;
}

/** Starts a process, waits until it is ready, and says why when it ends before. */
export async function startBenchChild(
  program: string,
  args: readonly string[],
  options: {
    readonly environment: Readonly<Record<string, string>>;
    readonly ready: (output: string, child: ChildProcess) => Promise<boolean>;
    readonly withChannel?: boolean;
    /** Where it runs. Default: where this process does. */
    readonly folder?: string;
  },
): Promise<BenchChild> {
  const child = spawn(program, args, {
    cwd: options.folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe', ...(options.withChannel === true ? ['ipc' as const] : [])],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      written = (written + chunk.toString('utf8')).slice(-50_000);
    });
  }
  const end = Date.now() + 120_000;
  while (!(await options.ready(written, child).catch(() => false))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > end) {
      child.kill('SIGKILL');
      throw new Error(`${program} ${args.join(' ')} did not become ready: ${written}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (child.pid === undefined) throw new Error(`${program} has no process`);
  return {
    pid: child.pid,
    process: child,
    output: () => written,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), 40_000);
      await exited;
      clearTimeout(patience);
    },
  };
}
