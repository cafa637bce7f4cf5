import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { stackAddresses } from '../stack/addresses';
import { eventually } from './running-process';

const run = promisify(execFile);
const root = resolve(__dirname, '../..');
const builtWithinMs = 240_000;

/**
 * The service compiled and bundled once for a test run, as `npm run build` does it, in a folder of its own
 * so that a running `npm start` is left alone. Files that ask meanwhile wait for the first.
 */
export async function builtService(): Promise<string> {
  const target = join(stackAddresses().VERIFA_TEST_FOLDER, 'build');
  return eventually(
    'the service to be built',
    async () => {
      if (existsSync(target)) return target;
      if (!(await begin(`${target}.begun`))) return undefined;
      try {
        // The one before may have finished between the two looks.
        if (!existsSync(target)) await build(target);
      } finally {
        await rm(`${target}.begun`, { recursive: true });
      }
      return target;
    },
    builtWithinMs,
  );
}

/** False when another file is at it; where that one fails, the next tries, and says itself why. */
async function begin(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch {
    return false;
  }
}

async function build(target: string): Promise<void> {
  const unfinished = `${target}.unfinished`;
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  await run(
    process.execPath,
    [tsc, '-p', 'tsconfig.build.json', '--noCheck', '--sourceMap', 'false', '--outDir', unfinished],
    { cwd: root },
  );
  await run(process.execPath, [join(unfinished, 'services/worker/bundle-workflows.js')]);
  // Built already, once for the run.
  await cp(stackAddresses().VERIFA_TEST_PAGES, join(unfinished, 'console'), { recursive: true });
  await rename(unfinished, target);
}
