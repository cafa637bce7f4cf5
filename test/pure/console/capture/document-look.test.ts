import sharp from 'sharp';
import {
  lookAtDocument,
  type DocumentHint,
} from '../../../../services/console/capture/judge/document';
import { orlFace } from '../../../../services/local/specimen/orl-faces';
import type { SpecimenStudio } from '../../../../services/local/specimen';
import { ensureArtifact } from '../../../../shared/downloads/ensure-artifact';
import { artifactDeps, openStudio } from '../../../checks/document/studio';
import {
  asTheJudgeSeesIt,
  drawBlankSheet,
  drawHand,
  drawScene,
  drawTable,
  lying,
  upright,
  type Scene,
} from './camera-frames';

let studio: SpecimenStudio;

beforeAll(async () => {
  studio = await openStudio();
});

/** The second look at a frame that does not change. */
async function hintOf(picture: Buffer): Promise<DocumentHint> {
  const frame = await asTheJudgeSeesIt(picture);
  return lookAtDocument(frame, lookAtDocument(frame, null)).hint;
}

const passport = { of: 'passport', frame: upright, span: 0.88 } as const;
const card = { of: 'card', frame: lying, span: 0.8 } as const;

const scenes: readonly [string, DocumentHint, Scene][] = [
  ['a passport before an upright phone', 'good', passport],
  ['a passport of another design', 'good', { ...passport, design: 'harbour', person: 1 }],
  ['a passport before a laptop', 'good', { ...passport, frame: lying, span: 0.8 }],
  ['a card', 'good', card],
  ["a card's back", 'good', { ...card, of: 'card_back' }],
  ['a licence', 'good', { ...passport, of: 'licence' }],
  ['a passport turned by ten degrees', 'good', { ...passport, frame: lying, rotationDegrees: 10 }],
  ['a passport held aslant', 'good', { ...passport, frame: lying, span: 0.8, perspective: 0.3 }],
  ['a passport in half the light', 'good', { ...passport, darkness: 0.5 }],
  ['a slight tremble', 'good', { ...passport, blurPx: 1 }],
  ['a passport out of focus', 'blurred', { ...passport, blurPx: 4 }],
  ['a card far out of focus', 'blurred', { ...card, blurPx: 9 }],
  ['a reflection on a passport', 'glare', { ...passport, glare: true }],
  ['a reflection on a card', 'glare', { ...card, glare: true }],
  ['a passport in the dark', 'too_dark', { ...passport, darkness: 0.75 }],
  ['a card far away', 'come_closer', { ...card, span: 0.3 }],
  ['a card not near enough', 'come_closer', { ...card, span: 0.55 }],
  ['a passport larger than the frame', 'move_away', { ...passport, span: 1.2 }],
];

it.each(scenes)('sees %s: %s', async (_name, hint, scene) => {
  expect(await hintOf(await drawScene(studio, scene))).toBe(hint);
});

it('sees a document between the edges of its table, which enclose more', async () => {
  const { width, height } = lying;
  const band = { width, height: Math.round(height * 0.05), channels: 3 as const };
  const wall = await sharp({ create: { ...band, background: '#a9a9a9' } })
    .png()
    .toBuffer();
  const picture = await sharp(await drawScene(studio, card))
    .composite([
      { input: wall, gravity: 'north' },
      { input: wall, gravity: 'south' },
    ])
    .png()
    .toBuffer();
  expect(await hintOf(picture)).toBe('good');
});

it('takes nothing else for a document', async () => {
  expect(await hintOf(await drawTable(upright))).toBe('no_document');
  expect(await hintOf(await drawTable(lying))).toBe('no_document');
  expect(await hintOf(await drawHand(upright))).toBe('no_document');
  expect(await hintOf(await drawHand(lying))).toBe('no_document');
  expect(await hintOf(await drawBlankSheet(upright))).toBe('no_document');
});

it('never finds a face good enough for a document', async () => {
  const faces = await ensureArtifact('orl-faces', artifactDeps);
  for (const person of [3, 8, 11, 17, 24]) {
    expect(await hintOf(await orlFace(faces, person, 4))).not.toBe('good');
  }
});

it('asks for a still hand as long as the document moves, and on the first look', async () => {
  const still = await asTheJudgeSeesIt(await drawScene(studio, card));
  const elsewhere = await asTheJudgeSeesIt(await drawScene(studio, { ...card, span: 0.7 }));
  const first = lookAtDocument(still, null);
  expect(first.hint).toBe('hold_still');
  const second = lookAtDocument(elsewhere, first);
  expect(second.hint).toBe('hold_still');
  expect(lookAtDocument(elsewhere, second).hint).toBe('good');
});

it('finds the corners of a document to within two hundredths of the frame', async () => {
  const look = lookAtDocument(await asTheJudgeSeesIt(await drawScene(studio, card)), null);
  const half = card.span / 2;
  const tall = ((54 / 85.6) * card.span * lying.width) / lying.height / 2;
  const expected = [
    [0.5 - half, 0.5 - tall],
    [0.5 + half, 0.5 - tall],
    [0.5 + half, 0.5 + tall],
    [0.5 - half, 0.5 + tall],
  ];
  for (const [index, [x = 0, y = 0]] of expected.entries()) {
    expect(Math.abs((look.corners?.[index]?.x ?? 9) - x)).toBeLessThan(0.02);
    expect(Math.abs((look.corners?.[index]?.y ?? 9) - y)).toBeLessThan(0.02);
  }
});

it('ranks a sharp frame above a blurred one', async () => {
  const of = async (blurPx: number) =>
    lookAtDocument(await asTheJudgeSeesIt(await drawScene(studio, { ...passport, blurPx })), null)
      .sharpness ?? 0;
  const [sharp, soft, softer] = [await of(0), await of(1), await of(2)];
  expect(sharp).toBeGreaterThan(soft);
  expect(soft).toBeGreaterThan(softer);
});
