import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { PageManifest } from '../../../shared/page/manifest';
import { figuresOf, judgeRequests, judgeWeight, type Weighed } from './budget';
import { buildCapture } from './build-capture';
import { buildConsole } from './build-console';
import { bundleEmbed } from './bundle';
import { licencesOf } from './licences';
import { packed, type PackedAsset } from './packed-asset';

export interface BuildPlan {
  /** The repository. */
  readonly root: string;
  /** Holds `manifest.json` and `assets/` afterwards, and nothing of an earlier build. */
  readonly target: string;
  readonly cacheDir: string;
  readonly report: (line: string) => void;
}

/**
 * Makes all that browsers load of us, under names that carry their content's hash.
 *
 * @throws VerifaError config_invalid when a language lacks a text, or the pages weigh more or ask more often than they may
 */
export async function buildPages({ root, target, cacheDir, report }: BuildPlan): Promise<void> {
  const [capture, reviewing, embed] = await Promise.all([
    buildCapture(root, { cacheDir, report }),
    buildConsole(root),
    bundleEmbed(root),
  ]);
  const embedAssets = await Promise.all(embed.assets.map(packed));
  const weighed: Weighed = {
    ...capture.weighed,
    ...reviewing.weighed,
    embed: Math.max(...embedAssets.map(({ brotli }) => brotli.length)),
  };
  const problem = judgeWeight(weighed) ?? judgeRequests(capture.named);
  if (problem !== null) throw new VerifaError('config_invalid', { detail: problem });
  const assets = [...capture.assets, ...reviewing.assets, ...embedAssets];
  const manifest: PageManifest = {
    capture: capture.named,
    console: reviewing.named,
    embed: embed.named,
    assets: Object.fromEntries(assets.map(({ name, type }) => [name, { type }])),
  };
  await write(target, manifest, assets, {
    '@vladmandic/face-api (weights)': capture.weightsLicence,
    ...(await licencesOf(root, [...capture.packages, ...reviewing.packages])),
  });
  report(figuresOf(weighed));
}

/** A build that breaks off leaves what was there. */
async function write(
  target: string,
  manifest: PageManifest,
  assets: readonly PackedAsset[],
  licences: Readonly<Record<string, string>>,
): Promise<void> {
  const unfinished = `${target}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const folder = join(unfinished, 'assets');
  await mkdir(folder, { recursive: true });
  const licenceTexts = Object.entries(licences).map(
    ([name, text]) => `${name}\n\n${text.trim()}\n`,
  );
  await Promise.all([
    ...assets.flatMap(({ name, bytes, brotli, gzip }) => [
      writeFile(join(folder, name), bytes),
      writeFile(join(folder, `${name}.br`), brotli),
      writeFile(join(folder, `${name}.gz`), gzip),
    ]),
    writeFile(join(unfinished, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`),
    writeFile(join(unfinished, 'LICENSES.txt'), licenceTexts.join('\n')),
  ]);
  await rm(target, { recursive: true, force: true });
  await rename(unfinished, target);
}
