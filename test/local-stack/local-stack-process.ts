import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { eventually } from '../processes/running-process';
import { stackAddresses } from '../stack/addresses';
import { keepLog } from '../stack/keep-log';

export interface LocalStackProcess {
  ready(): Promise<void>;
  /** Its exit code. */
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
  return {
    output: () => written,
    ended: () => exit,
    async ready() {
      await eventually('the stack', () => {
        if (child.exitCode !== null) throw new Error(`the stack ended: ${written}`);
        return Promise.resolve(written.includes('Ctrl-C stops everything') ? true : undefined);
      });
    },
    async stop(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const code = await exit;
      keepLog('npm start', written);
      return code;
    },
  };
}
