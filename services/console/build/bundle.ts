import { existsSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { build, type BuildOptions, type Metafile, type OutputFile } from 'esbuild';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { CaptureManifest, PageManifest } from '../../../shared/page/manifest';
import { firstViewInOne } from './first-view-in-one';
import type { BuiltAsset } from './packed-asset';

/**
 * What an integrator's page loads (`services/client/embed`), as a script that makes `Verifa` and as a module.
 * Its own source imports nothing.
 */
export async function bundleEmbed(root: string): Promise<{
  readonly assets: readonly BuiltAsset[];
  readonly named: PageManifest['embed'];
}> {
  const source = join(root, 'services/client/embed');
  const [script, module] = await Promise.all([
    bundleOne(source, { name: 'verifa', format: 'iife' }),
    bundleOne(source, { name: 'verifa-module', format: 'esm' }),
  ]);
  return { assets: [script, module], named: { script: script.name, module: module.name } };
}

async function bundleOne(
  source: string,
  { name, format }: { readonly name: string; readonly format: 'iife' | 'esm' },
): Promise<BuiltAsset> {
  const { outputFiles } = await build({
    ...common(source),
    entryPoints: { [name]: join(source, 'index.ts') },
    format,
    ...(format === 'iife' ? { globalName: 'Verifa' } : {}),
  });
  const [file] = outputFiles;
  if (file === undefined) throw new VerifaError('internal_error');
  return asAsset(file);
}

type Named = Pick<CaptureManifest, 'script' | 'chunks' | 'styles' | 'judgeWorker'>;

interface Bundle {
  readonly assets: readonly BuiltAsset[];
  readonly named: Named;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Phones of the last five years: the page needs `getUserMedia`, modules and workers anyway. */
const target = ['chrome94', 'edge94', 'firefox93', 'safari15', 'ios15'];

/** The page in pieces (what it imports dynamically loads when it is needed), and its judge for a Worker. */
export async function bundleCapture(source: string): Promise<Bundle> {
  const [page, judge] = await Promise.all([bundlePage(source), bundleJudge(source)]);
  return {
    assets: [...page.assets, ...judge],
    named: { ...page.named, judgeWorker: judge[0]?.name ?? null },
  };
}

async function bundlePage(source: string): Promise<Bundle> {
  const entry = join(source, 'main.tsx');
  const { outputFiles, metafile } = await build({
    ...common(source),
    entryPoints: { capture: entry },
    splitting: true,
    plugins: [firstViewInOne(entry)],
    format: 'esm',
    // Screens that load when they are needed share names with nothing: the hash tells them apart.
    chunkNames: '[name]-[hash]',
  });
  const outputs = outputsOf(metafile, source);
  const main = outputs.find(({ entryPoint }) => entryPoint === entry);
  if (main === undefined) throw new VerifaError('internal_error');
  const atOnce = importedAtOnce(main.name, outputs);
  const [only] = atOnce;
  // What is left of the entry then imports the one script and does nothing else.
  const isEmpty = main.ownBytes === 0 && atOnce.length === 1;
  const script = isEmpty && only !== undefined ? only : main.name;
  return {
    assets: withoutCopies(outputFiles.map(asAsset), main.styles).filter(
      ({ name }) => !isEmpty || name !== main.name,
    ),
    named: {
      script,
      chunks: atOnce.filter((name) => name !== script),
      styles: main.styles === null ? [] : [main.styles],
      judgeWorker: null,
    },
  };
}

/** Each step that needs the entry gets a copy of its styles, which the page has loaded already. */
function withoutCopies(assets: readonly BuiltAsset[], styles: string | null): BuiltAsset[] {
  const ofPage = assets.find(({ name }) => name === styles);
  return assets.filter((asset) => {
    if (extname(asset.name) !== '.css' || asset === ofPage) return true;
    if (ofPage !== undefined && Buffer.compare(asset.bytes, ofPage.bytes) === 0) return false;
    throw new VerifaError('config_invalid', {
      detail: `${asset.name}: nothing loads the styles of a later step; they belong into the page's`,
    });
  });
}

/** In one piece and no module, as every browser's Worker takes it. */
async function bundleJudge(source: string): Promise<readonly BuiltAsset[]> {
  const entry = join(source, 'judge/judge-worker.ts');
  if (!existsSync(entry)) return [];
  const { outputFiles } = await build({
    ...common(source),
    entryPoints: { judge: entry },
    format: 'iife',
  });
  return outputFiles.map(asAsset);
}

function common(source: string) {
  return {
    absWorkingDir: source,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    outdir: join(source, 'out'),
    entryNames: '[name]-[hash]',
    target,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    // Their licences lie beside the pages, once.
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  } as const satisfies BuildOptions;
}

interface Output {
  readonly name: string;
  readonly entryPoint: string | null;
  readonly styles: string | null;
  readonly imports: readonly string[];
  /** Of code that was written, beside what imports other outputs. */
  readonly ownBytes: number;
}

function outputsOf({ outputs }: Metafile, source: string): readonly Output[] {
  return Object.entries(outputs).map(([path, { entryPoint, cssBundle, imports, inputs }]) => ({
    name: basename(path),
    entryPoint: entryPoint === undefined ? null : join(source, entryPoint),
    styles: cssBundle === undefined ? null : basename(cssBundle),
    imports: imports
      .filter(({ kind }) => kind === 'import-statement')
      .map(({ path: imported }) => basename(imported)),
    ownBytes: Object.values(inputs).reduce((sum, { bytesInOutput }) => sum + bytesInOutput, 0),
  }));
}

/** All that is imported statically from there on. */
function importedAtOnce(name: string, outputs: readonly Output[]): string[] {
  const reached = new Set([name]);
  for (const reachedName of reached) {
    const output = outputs.find((candidate) => candidate.name === reachedName);
    for (const imported of output?.imports ?? []) reached.add(imported);
  }
  reached.delete(name);
  return [...reached].sort();
}

function asAsset({ path, contents }: OutputFile): BuiltAsset {
  const type = types[extname(path)];
  if (type === undefined) {
    throw new VerifaError('config_invalid', {
      detail: `${relative('.', path)}: the API knows no type for what this is`,
    });
  }
  return { name: basename(path), type, bytes: contents };
}
