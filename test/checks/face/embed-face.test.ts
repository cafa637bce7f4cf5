import { createFaceEngine } from '../../../activities/checks/engines/face/create-face-engine';
import { embedFace } from '../../../activities/checks/engines/face/embed-face';
import { calibratedScore } from '../../../activities/checks/engines/face/face-calibration';
import type { FaceEngine } from '../../../activities/checks/engines/face/face-engine';
import { thresholdScores } from '../../../activities/checks/engines/face/match-faces';
import { ensureArtifact } from '../../../shared/downloads/ensure-artifact';
import {
  packedCosine,
  packEmbedding,
  unpackFace,
  type PackedFace,
} from '../../../activities/checks/engines/face/packed-embedding';
import { stackAddresses } from '../../stack/addresses';
import { madeUpPictures, type MadeUpPictures } from '../../whole-way/made-up-pictures';

let engine: FaceEngine;
let pictures: MadeUpPictures;

beforeAll(async () => {
  const artifacts = { cacheDir: stackAddresses().VERIFA_CACHE_DIR, report: () => undefined };
  const modelsDir = await ensureArtifact('face-models', artifacts);
  engine = await createFaceEngine({ modelsDir, intraOpThreads: 1 });
  pictures = await madeUpPictures();
});
afterAll(() => engine.dispose());

async function kept(image: Buffer): Promise<PackedFace> {
  const face = await embedFace(engine, image);
  if (face === null) throw new Error('no face');
  return unpackFace(packEmbedding(face.embedding));
}

test('as they are kept, the face of a selfie finds its passport and nobody else', async () => {
  const people = [6, 12, 20];
  const selfies = await Promise.all(people.map(async (one) => kept(await pictures.selfie(one))));
  for (const [index, person] of people.entries()) {
    const passport = await kept(await pictures.passport(await pictures.person(person)));
    const alike = selfies.map((selfie) => calibratedScore(packedCosine(passport, selfie)));
    expect(alike.map((score) => score >= thresholdScores.very_strict)).toEqual(
      people.map((_, other) => other === index),
    );
  }
});

test('a picture without a face has none to keep', async () => {
  const card = await pictures.idCard(await pictures.person(6));
  expect(await embedFace(engine, card.back)).toBeNull();
});
