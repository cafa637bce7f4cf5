import sharp from 'sharp';
import type { SpecimenStudio } from '../../../services/local/specimen';
import type { SessionRow } from '../../../shared/database/schema';
import { openStudio, peopleWithPortraits } from '../document/studio';
import { homeMadeZone, setRecordStage, type RecordStage, type Somebody } from './record-stage';

const check = 'document_forensics';
const view = { rotationDegrees: 4, longSidePx: 1200 };

let stage: RecordStage;
let studio: SpecimenStudio;
let passport: Buffer;
let anothers: Buffer;
beforeAll(async () => {
  [stage, studio] = await Promise.all([setRecordStage(), openStudio()]);
  const [one, other] = await peopleWithPortraits();
  if (one === undefined || other === undefined) throw new Error('nobody is made up');
  passport = await studio.drawPassport(one, view);
  anothers = await studio.drawPassport(other, view);
});
afterAll(() => stage.stop());

/** Each test has people of its own: an organisation of its own. */
let organizationId: Awaited<ReturnType<RecordStage['addOrganization']>>;
beforeEach(async () => {
  organizationId = await stage.addOrganization();
});

async function judged(
  front: Buffer,
  somebody: Partial<Somebody> = {},
  config = {},
): Promise<{ readonly session: SessionRow; readonly status: string; reasons: readonly string[] }> {
  const session = await stage.judging({ organizationId, front, ...somebody });
  const { status, reasons } = await stage.run(session, check, config);
  return { session, status, reasons };
}

const reused = { status: 'failed', reasons: ['image_reused'] };
const clean = { status: 'passed', reasons: [] };

/** Read from the document: one and the same, or another's. */
const own = { extracted: { document_number: 'SPX1' } };
const another = { extracted: { document_number: 'SPX2' } };

describe('the same bytes in an earlier session', () => {
  test.each<[string, Partial<Somebody>, Partial<Somebody>]>([
    ['of another number', own, another],
    ['of another reference', { ...own, externalRef: 'one' }, { ...own, externalRef: 'two' }],
  ])('%s: image_reused, and which it was', async (_whose, one, two) => {
    const first = await judged(passport, one);
    expect(first).toMatchObject(clean);
    const second = await judged(passport, two);
    expect(second).toMatchObject(reused);
    expect(await stage.evidence(second.session, check)).toMatchObject({
      reused_from: [first.session.id],
      seen_in: [],
    });
  });

  test('of another face, where faces are kept: image_reused', async () => {
    const first = await judged(passport, { ...own, face: 40 });
    await stage.run(first.session, 'duplicate_detection');
    expect(await judged(passport, { ...own, face: 43 })).toMatchObject(clean);
    expect(await judged(passport, { ...own, face: 130 })).toMatchObject(reused);
  });

  test('of the same person without any reference: no reuse', async () => {
    await judged(passport, own);
    expect(await judged(passport, own)).toMatchObject(clean);
    expect(await judged(passport, { ...own, externalRef: 'customer-1' })).toMatchObject(clean);
  });

  test('of which it is not known whose it was: image_seen_before, and which it was', async () => {
    const first = await judged(passport);
    for (const somebody of [{}, own]) {
      const second = await judged(passport, somebody);
      expect(second).toMatchObject({ status: 'failed', reasons: ['image_seen_before'] });
      expect(await stage.evidence(second.session, check)).toMatchObject({
        reused_from: [],
        seen_in: expect.arrayContaining([first.session.id]) as unknown,
      });
    }
  });

  test('what a later attempt read is known from then on', async () => {
    const { session } = await judged(passport);
    await stage.read(session, own.extracted);
    await stage.db.deleteFrom('check_runs').where('session_id', '=', session.id).execute();
    await stage.run(session, check);
    expect(await judged(passport, own)).toMatchObject(clean);
  });
});

describe('the selfie of an earlier session, beside another picture of a document', () => {
  const selfie = { face: 40 };

  test.each<[string, Partial<Somebody>, Partial<Somebody>]>([
    ['of another number', own, another],
    ['of another reference', { ...own, externalRef: 'one' }, { ...own, externalRef: 'two' }],
  ])('%s: image_reused, and which it was', async (_whose, one, two) => {
    const first = await judged(passport, { ...selfie, ...one });
    expect(first).toMatchObject(clean);
    const second = await judged(anothers, { ...selfie, ...two });
    expect(second).toMatchObject(reused);
    expect(await stage.evidence(second.session, check)).toMatchObject({
      reused_from: [first.session.id],
    });
  });

  test.each<[string, Partial<Somebody>, Partial<Somebody>]>([
    ['number', own, own],
    ['reference', { ...own, externalRef: 'one' }, { ...another, externalRef: 'one' }],
  ])('of the same person, by %s: no reuse', async (_by, one, two) => {
    await judged(passport, { ...selfie, ...one });
    expect(await judged(anothers, { ...selfie, ...two })).toMatchObject(clean);
  });

  test('of which it is not known whose it was: image_seen_before', async () => {
    await judged(passport, selfie);
    const second = await judged(anothers, { ...selfie, ...own });
    expect(second).toMatchObject({ status: 'failed', reasons: ['image_seen_before'] });
  });

  test("another selfie is nobody else's; neither the sandbox nor another organisation finds ours", async () => {
    await judged(passport, { ...selfie, ...own });
    expect(await judged(anothers, { ...another, face: 41 })).toMatchObject(clean);
    const elsewhere = { ...selfie, ...another, organizationId: await stage.addOrganization() };
    expect(await judged(anothers, elsewhere)).toMatchObject(clean);
    const sandbox = { ...selfie, ...another, environment: 'sandbox' } as const;
    expect(await judged(anothers, sandbox)).toMatchObject(clean);
  });

  test('redaction takes its print with it', async () => {
    const { session } = await judged(passport, { ...selfie, ...own });
    await stage.redact(session);
    expect(await judged(anothers, { ...selfie, ...another })).toMatchObject(clean);
  });
});

test.each<[string, (picture: sharp.Sharp) => sharp.Sharp]>([
  ['compressed anew', (picture) => picture.jpeg({ quality: 45 })],
  ['half the size', (picture) => picture.resize(600)],
])('a copy %s is found', async (_how, copy) => {
  await judged(passport, own);
  const again = await judged(await copy(sharp(passport)).toBuffer(), another);
  expect(again.reasons).toContain('image_reused');
});

test("two people's passports of one layout, photographed alike, are no copies", async () => {
  await judged(passport);
  expect(await judged(anothers)).toMatchObject(clean);
});

test.each<[string, Partial<Somebody>]>([
  ['the same person again', { externalRef: 'the-same' }],
  ['the sandbox', { externalRef: 'the-same', environment: 'sandbox' }],
])('%s is no reuse', async (_who, somebody) => {
  await judged(passport, { externalRef: 'the-same' });
  expect(await judged(passport, somebody)).toMatchObject(clean);
});

test('another organisation finds nothing of ours', async () => {
  await judged(passport);
  const elsewhere = await judged(passport, { organizationId: await stage.addOrganization() });
  expect(elsewhere).toMatchObject(clean);
});

test('redaction takes the print with it', async () => {
  const { session } = await judged(passport);
  await stage.redact(session);
  const rows = await stage.db
    .selectFrom('document_prints')
    .select('position')
    .where('session_id', '=', session.id)
    .execute();
  expect(rows).toEqual([]);
  expect(await judged(passport)).toMatchObject(clean);
});

test('an attempt that is judged twice writes one row, and does not find itself', async () => {
  const { session } = await judged(passport);
  await stage.db.deleteFrom('check_runs').where('session_id', '=', session.id).execute();
  expect(await stage.run(session, check)).toMatchObject(clean);
});

test('metadata of an editor fails the check; configured, it only stands beside a pass', async () => {
  const edited = await sharp(passport)
    .withExif({ IFD0: { Software: 'Adobe Photoshop 25.9 (Windows)' } })
    .jpeg({ quality: 90 })
    .toBuffer();
  const first = await judged(edited);
  expect(first).toMatchObject({ status: 'failed', reasons: ['exif_editing_software'] });
  expect(await stage.evidence(first.session, check)).toMatchObject({
    id_front: { editors: ['photoshop'] },
  });
  const lenient = await judged(edited, {}, { fail_on: ['screen_photo'] });
  expect(lenient.status).toBe('passed');
  expect(lenient.reasons).toContain('exif_editing_software');
});

test('a screenshot is told from a camera by its bars', async () => {
  const shot = await sharp(passport)
    .resize(1170, 2532, { fit: 'contain', background: '#101014' })
    .png()
    .toBuffer();
  expect((await judged(shot)).reasons).toEqual(['screenshot']);
  const camera = await sharp(passport).resize(1920, 1080, { fit: 'cover' }).png().toBuffer();
  expect((await judged(camera)).reasons).toEqual([]);
});

test.each<[string, (picture: sharp.Sharp) => sharp.Sharp]>([
  ['made grey', (picture) => picture.greyscale()],
])('a copy %s has no colour of its own', async (_how, copy) => {
  const grey = await copy(sharp(passport)).jpeg({ quality: 85 }).toBuffer();
  expect(await judged(grey)).toMatchObject({ status: 'failed', reasons: ['no_colour'] });
});

test('one photograph as portrait and as selfie, and no other one of the person', async () => {
  const { session, ...one } = await judged(passport, { ...own, face: 0 });
  expect(one).toMatchObject({ status: 'failed', reasons: ['same_shot'] });
  expect(await stage.evidence(session, check)).toMatchObject({ portrait_and_selfie: 1 });
  expect(await judged(passport, { ...own, face: 40 })).toMatchObject(clean);
});

test('one picture as front and as back, or a copy of it', async () => {
  const copy = await sharp(passport).resize(900).jpeg({ quality: 60 }).toBuffer();
  for (const back of [passport, copy]) {
    const { status, reasons } = await judged(passport, { ...own, externalRef: 'one', back });
    expect([status, reasons]).toEqual(['failed', ['one_picture_twice']]);
  }
  const two = await judged(passport, { ...own, externalRef: 'one', back: anothers });
  expect(two).toMatchObject(clean);
});

test('a zone that is printed in another font than OCR-B', async () => {
  const homeMade = Buffer.concat([passport, homeMadeZone]);
  const { session, ...found } = await judged(homeMade);
  expect(found).toMatchObject({ status: 'failed', reasons: ['zone_not_ocr_b'] });
  expect(await stage.evidence(session, check)).toMatchObject({ zone_ocr_b: 0.78 });
  const beside = await judged(homeMade, { externalRef: 'x' }, { fail_on: [] });
  expect(beside.status).toBe('passed');
  const printed = await judged(passport, { organizationId: await stage.addOrganization() });
  expect(printed).toMatchObject(clean);
  expect(await stage.evidence(printed.session, check)).toMatchObject({ zone_ocr_b: 0.97 });
});

test('without a document there is nothing to judge', async () => {
  const session = await stage.judging({ organizationId });
  expect(await stage.run(session, check)).toMatchObject({
    status: 'skipped',
    reasons: ['input_missing'],
  });
});
