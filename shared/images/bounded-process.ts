import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const lookEveryMs = 50;

export interface Bounds {
  readonly timeoutMs: number;
  /** Counted by the kernel, so that it ends also a process whose parent was killed. */
  readonly cpuSeconds: number;
  /** Of the whole process, looked at while it runs. */
  readonly maxRssMb: number;
  readonly mostAnswerBytes: number;
}

export interface BoundedProgram {
  /**
   * Reads the file from its standard input and `settings` from `process.argv[1]`. Text, because it then runs
   * alike from `dist/` and from TypeScript under the test runner.
   */
  readonly source: string;
  readonly settings: unknown;
  readonly nodeFlags?: readonly string[];
  readonly bounds: Bounds;
}

/**
 * What parses a stranger's file with a native or compiled library runs in a process of its own, one for each
 * file, with an empty environment: nothing else can end what such a library has begun.
 *
 * @returns all that it wrote, when it ended well and within its bounds; rejects otherwise
 */
export async function runBounded(
  { source, settings, nodeFlags = [], bounds }: BoundedProgram,
  file: Buffer,
): Promise<Buffer> {
  const node = [...nodeFlags, '-e', source, JSON.stringify(settings)];
  const shell = `ulimit -t ${String(bounds.cpuSeconds)}; exec "$0" "$@"`;
  const child = spawn('/bin/sh', ['-c', shell, process.execPath, ...node], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const end = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(end, bounds.timeoutMs);
  const watch = setInterval(() => void endAbove(child, bounds.maxRssMb, end), lookEveryMs);
  try {
    return await answerOf(child, file, bounds.mostAnswerBytes, end);
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
  }
}

async function answerOf(
  child: ChildProcess,
  file: Buffer,
  mostBytes: number,
  end: () => void,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise<Buffer>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks));
      else reject(new Error('The process ended without an answer.'));
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostBytes) end();
      else chunks.push(chunk);
    });
    // It may be gone before it has read all.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(file);
  });
}

/** Where there is no /proc, a library's own bound stands alone. */
async function endAbove({ pid }: ChildProcess, maxRssMb: number, end: () => void): Promise<void> {
  if (pid === undefined) return;
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '');
  const rssKb = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
  if (rssKb > maxRssMb * 1024) end();
}
