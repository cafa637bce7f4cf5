import { basename, extname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { asAsset, commonOptions, type PageKind } from './esbuild-options';
import { firstViewInOne } from './first-view-in-one';
import { packageOf } from './licences';
import type { BuiltAsset } from './packed-asset';

/** A page's files: what is fetched at once by name, and what is imported later. */
export interface PageBundle {
  readonly assets: readonly BuiltAsset[];
  readonly script: string;
  /** What the script imports at once. */
  readonly chunks: readonly string[];
  readonly styles: readonly string[];
  /** Whose code is in it. */
  readonly packages: readonly string[];
}

/** The page in pieces: what it imports dynamically loads when it is needed. */
export async function bundlePage(
  source: string,
  { name, kind }: { readonly name: string; readonly kind: PageKind },
): Promise<PageBundle> {
  const entry = join(source, 'main.tsx');
  const { outputFiles, metafile } = await build({
    ...commonOptions(source, kind),
    entryPoints: { [name]: entry },
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
      (asset) => !isEmpty || asset.name !== main.name,
    ),
    script,
    chunks: atOnce.filter((one) => one !== script),
    styles: main.styles === null ? [] : [main.styles],
    packages: Object.keys(metafile.inputs).flatMap((path) => packageOf(path) ?? []),
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
