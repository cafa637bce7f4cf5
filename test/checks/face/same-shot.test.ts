import { calibratedScore } from '../../../activities/checks/engines/face/face-calibration';
import { cosine, type FaceEngine } from '../../../activities/checks/engines/face/face-engine';
import { createFaceEngine } from '../../../activities/checks/engines/face/create-face-engine';
import { sameShotFrom } from '../../../activities/checks/engines/forensics/judge-forensics';
import { orlFace } from '../../../services/local/specimen/orl-faces';
import { ensureArtifact } from '../../../shared/downloads/ensure-artifact';
import { stackAddresses } from '../../stack/addresses';
import { madeUpPictures, type MadeUpPictures } from '../../whole-way/made-up-pictures';

const artifacts = { cacheDir: stackAddresses().VERIFA_CACHE_DIR, report: () => undefined };

let engine: FaceEngine;
let pictures: MadeUpPictures;
beforeAll(async () => {
  const modelsDir = await ensureArtifact('face-models', artifacts);
  engine = await createFaceEngine({ modelsDir, intraOpThreads: 1 });
  pictures = await madeUpPictures();
});
afterAll(() => engine.dispose());

async function score(a: Buffer, b: Buffer): Promise<number> {
  const [one, other] = [await engine.embedLargest(a), await engine.embedLargest(b)];
  if (one === null || other === null) throw new Error('no face');
  return calibratedScore(cosine(one.embedding, other.embedding));
}

/** The second is the demo's. */
test.each([1, 2, 5])(
  'face %i: its passport photo as selfie is one shot, another is not',
  async (face) => {
    const faces = await ensureArtifact('orl-faces', artifacts);
    const passport = await pictures.passport(await pictures.person(face), { jpegQuality: 80 });
    expect(await score(passport, await orlFace(faces, face, 1))).toBeGreaterThanOrEqual(
      sameShotFrom,
    );
    expect(await score(passport, await pictures.selfie(face))).toBeLessThan(sameShotFrom);
  },
);
