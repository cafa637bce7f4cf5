import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureArtifact, type ArtifactDeps } from '../../../shared/downloads/ensure-artifact';
import { hashedName, type BuiltAsset } from './packed-asset';

interface FaceWeights {
  readonly detector: BuiltAsset;
  readonly points: BuiltAsset;
  readonly licence: string;
}

/** The numbers of the two nets that the page's judge computes; how they are laid out is the judge's knowledge. */
export async function loadFaceWeights(deps: ArtifactDeps): Promise<FaceWeights> {
  // Says in one line what it did; in a build only a fetch is worth the line.
  const report = (line: string): void => {
    if (!line.endsWith('in the cache')) deps.report(line);
  };
  const folder = await ensureArtifact('page-face-models', { ...deps, report });
  const weights = async (stem: string, file: string): Promise<BuiltAsset> => {
    const bytes = await readFile(join(folder, file));
    return { name: hashedName(stem, 'bin', bytes), type: 'application/octet-stream', bytes };
  };
  return {
    detector: await weights('face-detector', 'tiny_face_detector_model.bin'),
    points: await weights('face-points', 'face_landmark_68_tiny_model.bin'),
    licence: await readFile(join(folder, 'LICENSE'), 'utf8'),
  };
}
