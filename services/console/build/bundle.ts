import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { CaptureManifest, PageManifest } from '../../../shared/page/manifest';
import { bundlePage, type PageBundle } from './bundle-page';
import { asAsset, commonOptions, forPersons, forReviewers } from './esbuild-options';
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
    ...commonOptions(source, forPersons),
    entryPoints: { [name]: join(source, 'index.ts') },
    format,
    ...(format === 'iife' ? { globalName: 'Verifa' } : {}),
  });
  const [file] = outputFiles;
  if (file === undefined) throw new VerifaError('internal_error');
  return asAsset(file);
}

type Named = Pick<CaptureManifest, 'script' | 'chunks' | 'styles' | 'judgeWorker'>;

interface CaptureBundle {
  readonly assets: readonly BuiltAsset[];
  readonly named: Named;
  readonly packages: readonly string[];
}

/** The person's page in pieces, and its judge for a Worker. */
export async function bundleCapture(source: string): Promise<CaptureBundle> {
  const [{ assets, script, chunks, styles, packages }, judge] = await Promise.all([
    bundlePage(source, { name: 'capture', kind: forPersons }),
    bundleJudge(source),
  ]);
  return {
    assets: [...assets, ...judge],
    named: {
      script,
      chunks: [...chunks],
      styles: [...styles],
      judgeWorker: judge[0]?.name ?? null,
    },
    packages,
  };
}

/** The console, whose screens load when they are opened. */
export function bundleConsole(source: string): Promise<PageBundle> {
  return bundlePage(source, { name: 'console', kind: forReviewers });
}

/** In one piece and no module, as every browser's Worker takes it. */
async function bundleJudge(source: string): Promise<readonly BuiltAsset[]> {
  const entry = join(source, 'judge/judge-worker.ts');
  if (!existsSync(entry)) return [];
  const { outputFiles } = await build({
    ...commonOptions(source, forPersons),
    entryPoints: { judge: entry },
    format: 'iife',
  });
  return outputFiles.map(asAsset);
}
