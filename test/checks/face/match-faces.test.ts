import sharp from 'sharp';
import { createFaceEngine } from '../../../activities/checks/engines/face/create-face-engine';
import type { FaceEngine } from '../../../activities/checks/engines/face/face-engine';
import { countFaces, matchFaces } from '../../../activities/checks/engines/face/match-faces';
import { ensureArtifact } from '../../../shared/downloads/ensure-artifact';
import { stackAddresses } from '../../stack/addresses';
import { madeUpPictures, type MadeUpPictures } from '../../whole-way/made-up-pictures';

let engine: FaceEngine;
let pictures: MadeUpPictures;

beforeAll(async () => {
  const artifacts = { cacheDir: stackAddresses().VERIFA_CACHE_DIR, report: () => undefined };
  engine = await createFaceEngine({
    modelsDir: await ensureArtifact('face-models', artifacts),
    intraOpThreads: 1,
  });
  pictures = await madeUpPictures();
});
afterAll(() => engine.dispose());

async function matched(portrait: Buffer, selfie: Buffer): ReturnType<typeof matchFaces> {
  return matchFaces(engine, { portrait, selfie, threshold: 'strict' });
}

test.each([1, 6, 12, 20, 33])(
  'face %i: a selfie matches the portrait on its own passport only',
  async (face) => {
    const passport = await pictures.passport(await pictures.person(face), { jpegQuality: 80 });
    expect(await matched(passport, await pictures.selfie(face))).toMatchObject({
      status: 'passed',
    });
    expect(await matched(passport, await pictures.selfie(face + 1))).toMatchObject({
      status: 'failed',
      reasons: ['face_mismatch'],
    });
  },
);

test.each([0, 90, 180, 270, 12])(
  'a passport turned by %i° still shows its face',
  async (rotationDegrees) => {
    const passport = await pictures.passport(await pictures.person(6), { rotationDegrees });
    expect(await matched(passport, await pictures.selfie(6))).toMatchObject({ status: 'passed' });
  },
);

test('the same two pictures give the same score', async () => {
  const passport = await pictures.passport(await pictures.person(6));
  const selfie = await pictures.selfie(6);
  expect(await matched(passport, selfie)).toEqual(await matched(passport, selfie));
});

test('no face on either side is said, not scored', async () => {
  const wall = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#99a' } })
    .jpeg()
    .toBuffer();
  expect(await matched(wall, await pictures.selfie(6))).toMatchObject({
    status: 'failed',
    score: null,
    reasons: ['no_face_in_document'],
  });
  const passport = await pictures.passport(await pictures.person(6));
  expect(await matched(passport, wall)).toMatchObject({ reasons: ['no_face_in_selfie'] });
});

test('two people on a selfie are counted and refused', async () => {
  const one = await sharp(await pictures.selfie(6))
    .resize({ height: 600 })
    .toBuffer();
  const two = await sharp(await pictures.selfie(12))
    .resize({ height: 600 })
    .toBuffer();
  const { width } = await sharp(one).metadata();
  const both = await sharp({
    create: { width: width * 2, height: 600, channels: 3, background: '#000' },
  })
    .composite([
      { input: one, left: 0, top: 0 },
      { input: two, left: width, top: 0 },
    ])
    .jpeg()
    .toBuffer();
  expect(await countFaces(engine, both)).toBe(2);
  expect(await countFaces(engine, await pictures.selfie(6))).toBe(1);
  const passport = await pictures.passport(await pictures.person(6));
  expect(await matched(passport, both)).toMatchObject({ reasons: ['several_faces_in_selfie'] });
});

test('a portrait of some forty pixels is found, and still tells its holder from another', async () => {
  const passport = await pictures.passport(await pictures.person(6), { jpegQuality: 80 });
  const small = await sharp(passport).resize({ width: 230 }).toBuffer();
  const scan = await sharp({
    create: { width: 900, height: 700, channels: 3, background: '#b0a090' },
  })
    .composite([{ input: small, left: 470, top: 150 }])
    .jpeg({ quality: 85 })
    .toBuffer();
  const [own, others] = [
    await matched(scan, await pictures.selfie(6)),
    await matched(scan, await pictures.selfie(7)),
  ];
  expect(own.status).toBe('passed');
  expect(others).toMatchObject({ status: 'failed', reasons: ['face_mismatch'] });
});

test('a picture without anybody has no face in its parts either', async () => {
  const noise = await sharp({
    create: {
      width: 900,
      height: 700,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg()
    .toBuffer();
  expect(await matched(noise, await pictures.selfie(7))).toMatchObject({
    status: 'failed',
    reasons: ['no_face_in_document'],
  });
});
