import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { eventually } from '../processes/running-process';
import { stackAddresses } from '../stack/addresses';
import { keepLog } from '../stack/keep-log';

export interface LocalStackProcess {
  ready(): Promise<void>;
  /** Its exit code, once all that it wrote is known. */
  ended(): Promise<number | null>;
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  output(): string;
}

/** `npm start` without npm: the compiled stack, in a folder of its own, on ports of its own. */
export function startLocalStack(
  build: string,
  folder: string,
  ports: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): LocalStackProcess {
  const child = spawn(process.execPath, [join(build, 'services/local/main.js'), ...args], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      VERIFA_CACHE_DIR: stackAddresses().VERIFA_CACHE_DIR,
      TEMPORAL_CLI_PATH: stackAddresses().VERIFA_TEST_CLI_PATH,
      ...ports,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      written += chunk.toString('utf8');
    });
  }
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const close = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ended = async (): Promise<number | null> => {
    await close;
    return exit;
  };
  return {
    output: () => written,
    ended,
    async ready() {
      await eventually('the stack', () => {
        if (child.exitCode !== null) throw new Error(`the stack ended: ${written}`);
        return Promise.resolve(written.includes('Ctrl-C stops everything') ? true : undefined);
      });
    },
    async stop(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      // What a killed stack leaves running holds its streams open.
      const code = await (signal === 'SIGTERM' ? ended() : exit);
      keepLog('npm start', written);
      return code;
    },
  };
}
