import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { captureHtml } from '../../../shared/page/capture-html';
import type { CaptureManifest, PageManifest } from '../../../shared/page/manifest';
import { figuresOf, judgeRequests, judgeWeight, type Weighed } from './budget';
import { bundleCapture, bundleEmbed } from './bundle';
import { loadFaceWeights } from './face-weights';
import { packed, type PackedAsset } from './packed-asset';
import { loadLanguages } from './languages';

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
  const source = join(root, 'services/console/capture');
  const [bundle, embed, languages, weights] = await Promise.all([
    bundleCapture(source),
    bundleEmbed(root),
    loadLanguages(join(source, 'texts')),
    loadFaceWeights({ cacheDir, report }),
  ]);
  const all = [...bundle.assets, ...languages.assets, weights.detector, weights.points];
  const assets = await Promise.all(all.map(packed));
  const capture: CaptureManifest = {
    ...bundle.named,
    faceWeights: { detector: weights.detector.name, points: weights.points.name },
    languages: languages.named,
  };
  const embedAssets = await Promise.all(embed.assets.map(packed));
  const weighed: Weighed = {
    ...weigh(capture, assets),
    embed: Math.max(...embedAssets.map(({ brotli }) => brotli.length)),
  };
  const problem = judgeWeight(weighed) ?? judgeRequests(capture);
  if (problem !== null) throw new VerifaError('config_invalid', { detail: problem });
  const manifest = manifestOf({ capture, embed: embed.named }, [...assets, ...embedAssets]);
  await write(target, manifest, [...assets, ...embedAssets], {
    '@vladmandic/face-api (weights)': weights.licence,
    preact: await readFile(join(root, 'node_modules/preact/LICENSE'), 'utf8'),
  });
  report(figuresOf(weighed));
}

function weigh(capture: CaptureManifest, assets: readonly PackedAsset[]): Omit<Weighed, 'embed'> {
  const size = (name: string): number =>
    assets.find((asset) => asset.name === name)?.brotli.length ?? 0;
  const sizes = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + size(name), 0);
  const [first] = capture.languages;
  // As it is sent: not compressed, for it is made anew each time.
  const html = captureHtml({
    capture,
    language: first,
    embeddable: ['https://shop.example'],
    base: '',
    theme: `/verify/${'A'.repeat(43)}/theme.css`,
  });
  const texts = capture.languages.map(({ texts: of }) => size(of));
  const weights = Object.values(capture.faceWeights ?? {});
  const languages = new Set(capture.languages.map(({ texts: of }) => of));
  const once = assets.map(({ name }) => name).filter((name) => !languages.has(name));
  const page = Buffer.byteLength(html) + Math.max(...texts);
  return {
    firstView: page + sizes([capture.script, ...capture.chunks, ...capture.styles]),
    faceWeights: sizes(weights),
    wholeFlow: page + sizes(once),
  };
}

function manifestOf(
  named: Pick<PageManifest, 'capture' | 'embed'>,
  assets: readonly PackedAsset[],
): PageManifest {
  return {
    ...named,
    assets: Object.fromEntries(assets.map(({ name, type }) => [name, { type }])),
  };
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
