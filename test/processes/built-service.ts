import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { stackAddresses } from '../stack/addresses';

const run = promisify(execFile);
const root = resolve(__dirname, '../..');

/**
 * The service compiled once for a test run, as `npm run build` compiles it, in a folder of its own so
 * that a running `npm start` is left alone. Two test files may ask at once: the first to finish wins.
 */
export async function builtService(): Promise<string> {
  const target = join(stackAddresses().VERIFA_TEST_FOLDER, 'build');
  const done = join(target, 'services', 'worker', 'main.js');
  if (existsSync(done)) return target;
  const mine = `${target}.${String(process.pid)}`;
  await mkdir(mine, { recursive: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  await run(
    process.execPath,
    [tsc, '-p', 'tsconfig.build.json', '--noCheck', '--sourceMap', 'false', '--outDir', mine],
    { cwd: root },
  );
  try {
    await rename(mine, target);
  } catch {
    await rm(mine, { recursive: true, force: true });
  }
  return target;
}
