import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { consoleHtml } from '../../../shared/page/console-html';
import type { ConsoleManifest } from '../../../shared/page/manifest';
import type { Weighed } from './budget';
import { bundleConsole } from './bundle';
import { loadLanguages } from './languages';
import { hashedName, packed, weigherOf, type BuiltAsset, type PackedAsset } from './packed-asset';

type ConsoleWeights = Pick<Weighed, 'consoleFirstView' | 'consoleLater'>;

interface BuiltConsole {
  readonly named: ConsoleManifest;
  readonly assets: readonly PackedAsset[];
  readonly weighed: ConsoleWeights;
  readonly packages: readonly string[];
}

/** The review console: its bundle and its languages. */
export async function buildConsole(root: string): Promise<BuiltConsole> {
  const source = join(root, 'services/console/review');
  const [bundle, languages, icon] = await Promise.all([
    bundleConsole(source),
    loadLanguages(join(source, 'texts'), 'console'),
    loadIcon(source),
  ]);
  const assets = await Promise.all([...bundle.assets, ...languages.assets, icon].map(packed));
  const named: ConsoleManifest = {
    script: bundle.script,
    chunks: [...bundle.chunks],
    styles: [...bundle.styles],
    icon: icon.name,
    languages: languages.named,
  };
  return { named, assets, weighed: weigh(named, assets), packages: bundle.packages };
}

/** Of the browser's tab. */
async function loadIcon(source: string): Promise<BuiltAsset> {
  const bytes = await readFile(join(source, 'icon.svg'));
  return { name: hashedName('icon', 'svg', bytes), type: 'image/svg+xml', bytes };
}

function weigh(named: ConsoleManifest, assets: readonly PackedAsset[]): ConsoleWeights {
  const { size, sizes } = weigherOf(assets);
  const [first] = named.languages;
  const html = consoleHtml({ console: named, language: first, base: '' });
  const texts = named.languages.map(({ texts: of }) => size(of));
  const atOnce = [named.script, ...named.chunks, ...named.styles];
  const later = assets
    .map(({ name }) => name)
    .filter((name) => extname(name) === '.js' && !atOnce.includes(name));
  return {
    consoleFirstView: Buffer.byteLength(html) + Math.max(...texts) + sizes(atOnce),
    consoleLater: Math.max(0, ...later.map(size)),
  };
}
