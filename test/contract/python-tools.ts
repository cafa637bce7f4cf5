import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stackAddresses } from '../stack/addresses';

const requirements = resolve(__dirname, 'python-requirements.txt');
const installMs = 300_000;

export interface PythonRun {
  /** 0: it found nothing. */
  readonly exitCode: number;
  readonly output: string;
}

/** Runs a module of the pinned Python packages, which are installed into the cache at the first call. */
export async function runPython(
  module: string,
  args: readonly string[],
  timeoutMs: number,
): Promise<PythonRun> {
  const packages = await installed();
  // A working folder of its own: schemathesis keeps its findings where it runs.
  const cwd = await mkdtemp(join(tmpdir(), 'verifa-python-'));
  try {
    return await run('python3', ['-m', module, ...args], timeoutMs, {
      cwd,
      env: { ...process.env, PYTHONPATH: packages, PYTHONDONTWRITEBYTECODE: '1' },
    });
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** A folder named by what is pinned, put in place whole: two runs at once do not see each other's halves. */
async function installed(): Promise<string> {
  const pinned = await readFile(requirements);
  const digest = createHash('sha256').update(pinned).digest('hex').slice(0, 12);
  const folder = join(stackAddresses().VERIFA_CACHE_DIR, `python-${digest}`);
  const whole = join(folder, '.whole');
  if (await exists(whole)) return folder;
  const fresh = await mkdtemp(`${folder}-`);
  const pip = ['-m', 'pip', 'install', '--quiet', '--target', fresh, '-r', requirements];
  const { exitCode, output } = await run('python3', pip, installMs);
  if (exitCode !== 0) {
    await rm(fresh, { recursive: true, force: true });
    throw new Error(
      `Install Python 3.10 or newer with pip to run this test: ${output.slice(-600)}`,
    );
  }
  await writeFile(join(fresh, '.whole'), '');
  // Another run may have been first; its packages are the same.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  return folder;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function run(
  command: string,
  args: readonly string[],
  timeoutMs: number,
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<PythonRun> {
  return new Promise((done) => {
    execFile(
      command,
      [...args],
      { ...options, timeout: timeoutMs, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        done({ exitCode, output: `${stdout}${stderr}` });
      },
    );
  });
}
