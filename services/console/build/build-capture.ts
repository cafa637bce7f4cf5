import { join } from 'node:path';
import type { ArtifactDeps } from '../../../shared/downloads/ensure-artifact';
import { captureHtml } from '../../../shared/page/capture-html';
import type { CaptureManifest } from '../../../shared/page/manifest';
import type { Weighed } from './budget';
import { bundleCapture } from './bundle';
import { loadFaceWeights } from './face-weights';
import { loadLanguages } from './languages';
import { packed, weigherOf, type PackedAsset } from './packed-asset';

type CaptureWeights = Pick<Weighed, 'firstView' | 'faceWeights' | 'wholeFlow'>;

interface BuiltCapture {
  readonly named: CaptureManifest;
  readonly assets: readonly PackedAsset[];
  readonly weighed: CaptureWeights;
  readonly packages: readonly string[];
  readonly weightsLicence: string;
}

/** The person's page: its bundle, its languages, and the nets that it computes. */
export async function buildCapture(root: string, artifacts: ArtifactDeps): Promise<BuiltCapture> {
  const source = join(root, 'services/console/capture');
  const [bundle, languages, weights] = await Promise.all([
    bundleCapture(source),
    loadLanguages(join(source, 'texts'), 'texts'),
    loadFaceWeights(artifacts),
  ]);
  const all = [...bundle.assets, ...languages.assets, weights.detector, weights.points];
  const assets = await Promise.all(all.map(packed));
  const named: CaptureManifest = {
    ...bundle.named,
    faceWeights: { detector: weights.detector.name, points: weights.points.name },
    languages: languages.named,
  };
  return {
    named,
    assets,
    weighed: weigh(named, assets),
    packages: bundle.packages,
    weightsLicence: weights.licence,
  };
}

function weigh(capture: CaptureManifest, assets: readonly PackedAsset[]): CaptureWeights {
  const { size, sizes } = weigherOf(assets);
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
