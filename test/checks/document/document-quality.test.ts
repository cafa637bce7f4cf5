import sharp from 'sharp';
import type { DocumentEngines } from '../../../activities/checks/engines/document/create-document-engines';
import type { Person, SpecimenOptions, SpecimenStudio } from '../../../services/local/specimen';
import { qualityHints } from '../../../shared/images/quality-hints';
import { openStudio, peopleWithPortraits, startEngines } from './studio';

let studio: SpecimenStudio;
let engines: DocumentEngines;
let people: Person[];

beforeAll(async () => {
  [studio, engines, people] = await Promise.all([
    openStudio(),
    startEngines(),
    peopleWithPortraits(),
  ]);
});

afterAll(() => engines.dispose());

async function passport(options: SpecimenOptions): Promise<Buffer> {
  const [who] = people;
  if (who === undefined) throw new Error('nobody');
  return studio.drawPassport(who, options);
}

describe('document_quality passes', () => {
  it.each<[string, SpecimenOptions]>([
    ['a clear picture', {}],
    ['one that fills the frame', { framing: 'fills', design: 'harbour' }],
    ['one askew and pressed', { rotationDegrees: 33, jpegQuality: 60 }],
    ['one in low light', { darkness: 0.5 }],
  ])('%s', async (_name, options) => {
    const outcome = await engines.judgeQuality(await passport(options));
    expect(outcome).toMatchObject({ check: 'document_quality', status: 'passed', reasons: [] });
    expect(outcome.score).toBeGreaterThanOrEqual(0.5);
  });
});

describe('document_quality names the fault of', () => {
  it.each<[string, SpecimenOptions, string]>([
    ['a blurred picture', { blurPx: 3 }, 'blurred'],
    ['a reflection', { glare: true }, 'glare'],
    ['a picture in the dark', { darkness: 0.8 }, 'too_dark'],
    ['a small picture', { longSidePx: 700 }, 'too_small'],
  ])('%s', async (_name, options, reason) => {
    const outcome = await engines.judgeQuality(await passport(options));
    expect(outcome).toMatchObject({ status: 'requires_retry', reasons: [reason] });
    expect(outcome.score).toBeLessThan(0.5);
  });

  it('a page cut off through its lines', async () => {
    const whole = await passport({ framing: 'fills' });
    const { width, height } = await sharp(whole).metadata();
    const left = Math.round(width * 0.2);
    const cut = await sharp(whole)
      .extract({ left, top: 0, width: width - left, height })
      .jpeg()
      .toBuffer();
    expect(await engines.judgeQuality(cut)).toMatchObject({
      status: 'failed',
      reasons: ['cut_off'],
    });
  });
});

describe('the hints at upload', () => {
  it('are the same faults, and whether to take the picture again', async () => {
    expect(await qualityHints(await passport({}))).toMatchObject({
      blur: false,
      glare: false,
      too_dark: false,
      too_small: false,
      retake: false,
    });
    expect(await qualityHints(await passport({ blurPx: 4 }))).toMatchObject({
      blur: true,
      too_dark: false,
      retake: true,
    });
    expect(await qualityHints(await passport({ darkness: 0.85 }))).toMatchObject({
      too_dark: true,
      retake: true,
    });
  });
});
