import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentEngines } from '../../../activities/checks/engines/document/create-document-engines';
import glyphs from '../../../activities/checks/engines/document/zone-font/ocr-b-glyphs.json';
import { readingReasons } from '../../../activities/checks/engines/forensics/judge-forensics';
import { createSpecimenStudio, type SpecimenStudio } from '../../../services/local/specimen';
import type { Person, SpecimenOptions } from '../../../services/local/specimen';
import { loadFonts } from '../../../services/local/specimen/fonts';
import { ensureArtifact } from '../../../shared/downloads/ensure-artifact';
import { drawGlyphs } from '../../tools/accuracy/zone-font/draw-ocr-b';
import { artifactDeps, openStudio, peopleWithPortraits, startEngines } from './studio';

let directory: string;
let fontsDir: string;
let engines: DocumentEngines;
let genuine: SpecimenStudio;
/** Prints zones in DejaVu Sans Mono. */
let homeMade: SpecimenStudio;
let people: Person[];

beforeAll(async () => {
  fontsDir = await ensureArtifact('specimen-fonts', artifactDeps);
  directory = await mkdtemp(join(tmpdir(), 'zone-font-'));
  const text = join(fontsDir, 'DejaVuSansMono.ttf');
  await copyFile(text, join(directory, 'DejaVuSansMono.ttf'));
  await copyFile(text, join(directory, 'OCR-B.ttf'));
  homeMade = await createSpecimenStudio({ fontsDir: directory });
  [genuine, engines, people] = await Promise.all([
    openStudio(),
    startEngines(),
    peopleWithPortraits(),
  ]);
});

afterAll(async () => {
  await engines.dispose();
  await rm(directory, { recursive: true });
});

const views: readonly (readonly [string, SpecimenOptions])[] = [
  ['flat', {}],
  ['held by hand, blurred', { rotationDegrees: -6, blurPx: 1.2, jpegQuality: 60 }],
];

test.each(views)('%s: only a zone in another font than OCR-B is suspected', async (_how, view) => {
  const [one, other] = people;
  if (one === undefined || other === undefined) throw new Error('nobody is made up');
  const read = async (studio: SpecimenStudio, who: Person): Promise<string[]> => {
    const card = await studio.drawIdCard(who, view);
    const passport = await studio.drawPassport(who, view);
    const readings = [
      await engines.readDocument({
        pages: [
          { side: 'front', bytes: card.front },
          { side: 'back', bytes: card.back },
        ],
      }),
      await engines.readDocument({ pages: [{ side: 'front', bytes: passport }] }),
    ];
    return readings.flatMap((reading) => [reading.kind, ...readingReasons(reading)]);
  };
  expect(await read(genuine, one)).toEqual(['read', 'read']);
  expect(await read(homeMade, other)).toEqual(['read', 'zone_not_ocr_b', 'read', 'zone_not_ocr_b']);
});

test('what cannot be told is no accusation: too small to have a form', async () => {
  const [one] = people;
  if (one === undefined) throw new Error('nobody is made up');
  const bytes = await homeMade.drawPassport(one, { longSidePx: 560 });
  const reading = await engines.readDocument({ pages: [{ side: 'front', bytes }] });
  expect(reading).toMatchObject({ kind: 'read', font: { ocrB: null } });
  expect(readingReasons(reading)).toEqual([]);
});

test("the kept forms of OCR-B are those of the specimen's font", async () => {
  const { ocrB } = await loadFonts(fontsDir);
  const drawn = await drawGlyphs(ocrB);
  expect(Object.keys(drawn)).toEqual(Object.keys(glyphs));
  for (const [character, cells] of Object.entries(glyphs)) {
    cells.forEach((cell, weight) => {
      const [kept, now] = [cell, drawn[character]?.[weight] ?? ''].map((text) =>
        Buffer.from(text, 'base64'),
      );
      const apart = kept?.map((ink, at) => Math.abs(ink - (now?.[at] ?? 0))) ?? [255];
      // Other versions of the rasteriser round otherwise.
      expect(Math.max(...apart)).toBeLessThanOrEqual(8);
    });
  }
});
