import sharp from 'sharp';
import type { DocumentEngines } from '../../../activities/checks/engines/document/create-document-engines';
import { judgeExpiration } from '../../../shared/domain/checks/rules/document-expiration';
import type { DocumentReading } from '../../../activities/checks/engines/document/page/document-reader';
import { judgeReading } from '../../../activities/checks/engines/document/judge-reading';
import type { DocumentFields } from '../../../shared/domain/checks/document-fields';
import { transliterate } from '../../../services/local/specimen/compose-mrz';
import type { Person, SpecimenOptions, SpecimenStudio } from '../../../services/local/specimen';
import { openStudio, peopleWithPortraits, startEngines, today } from './studio';

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

function person(index: number): Person {
  const found = people[index];
  if (found === undefined) throw new Error('no such person');
  return found;
}

const genders = { F: 'female', M: 'male', X: 'unspecified' } as const;

function fieldsOf(who: Person, type: 'passport' | 'national_id'): DocumentFields {
  return {
    document_type: type,
    document_issuing_state: who.nationality,
    last_name: transliterate(who.lastName).replaceAll('<', ' '),
    first_name: transliterate(who.firstName).replaceAll('<', ' '),
    document_number: who.documentNumber,
    nationality: who.nationality,
    date_of_birth: who.birthDate,
    gender: genders[who.sex],
    document_expiration_date: who.expiryDate,
  };
}

async function readPassport(who: Person, options: SpecimenOptions): Promise<DocumentReading> {
  const bytes = await studio.drawPassport(who, options);
  return engines.readDocument({ pages: [{ side: 'front', bytes }] });
}

async function readCard(who: Person, options: SpecimenOptions): Promise<DocumentReading> {
  const { front, back } = await studio.drawIdCard(who, options);
  return engines.readDocument({
    pages: [
      { side: 'front', bytes: front },
      { side: 'back', bytes: back },
    ],
  });
}

function expectRead(reading: DocumentReading, who: Person, type: 'passport' | 'national_id'): void {
  expect(reading).toMatchObject({ kind: 'read', steady: true, fields: fieldsOf(who, type) });
  expect(judgeReading(reading, engines.reader)).toMatchObject({ status: 'passed', reasons: [] });
}

/** Each way a picture can be taken, with one of the five people. */
const views: readonly (readonly [string, number, SpecimenOptions])[] = [
  ['lying on a table', 0, {}],
  ['filling the frame', 1, { framing: 'fills', design: 'harbour' }],
  ['a little askew', 2, { rotationDegrees: 5, design: 'harbour' }],
  ['far askew', 3, { rotationDegrees: -38 }],
  ['turned by a quarter', 4, { rotationDegrees: 90, design: 'harbour' }],
  ['upside down', 0, { rotationDegrees: 180, design: 'harbour' }],
  ['turned by three quarters and a bit', 1, { rotationDegrees: 263 }],
  ['seen from the side', 2, { perspective: 0.2, rotationDegrees: 6 }],
  ['a little blurred', 3, { blurPx: 1.2, design: 'harbour' }],
  ['pressed to JPEG 60', 4, { jpegQuality: 60 }],
  ['small, askew and blurred', 1, { longSidePx: 1200, rotationDegrees: -4, blurPx: 0.8 }],
  ['turned by exactly three quarters', 0, { rotationDegrees: 270, design: 'harbour' }],
];

describe('a passport is read whole', () => {
  it.each(views)('%s', async (_name, index, options) => {
    const who = person(index);
    expectRead(await readPassport(who, { ...options, seed: index + 1 }), who, 'passport');
  });
});

it('a passport under a lamp is read, and its print is not taken as seen where it gleams', async () => {
  const who = person(4);
  const reading = await readPassport(who, { glare: true, seed: 5 });
  expect(reading).toMatchObject({ kind: 'read', steady: true, fields: fieldsOf(who, 'passport') });
  expect(judgeReading(reading, engines.reader).reasons).toEqual(['visual_zone_unreadable']);
});

it.each(['1924-03-10', '2024-03-10'])(
  'two digits of the year leave the century open, and print settles it: born %s',
  async (birthDate) => {
    const who = { ...person(0), birthDate };
    expectRead(await readPassport(who, { seed: 1 }), who, 'passport');
  },
);

describe('an identity card is read from its back', () => {
  it.each(views.filter((_view, index) => index % 2 === 1))('%s', async (_name, index, options) => {
    const who = person(index);
    const reading = await readCard(who, { ...options, seed: index + 1 });
    expectRead(reading, who, 'national_id');
    expect(reading).toMatchObject({ format: 'TD1', side: 'back' });
  });

  it('also when the two sides were sent the wrong way round', async () => {
    const { front, back } = await studio.drawIdCard(person(2));
    const reading = await engines.readDocument({
      pages: [
        { side: 'front', bytes: back },
        { side: 'back', bytes: front },
      ],
    });
    expectRead(reading, person(2), 'national_id');
  });
});

describe('what is wrong with a document is named', () => {
  it.each(['number', 'birth', 'expiry', 'composite'] as const)(
    'a wrong check digit of %s: mrz_checksum_mismatch',
    async (wrongCheckDigit) => {
      const reading = await readPassport(person(3), { wrongCheckDigit, rotationDegrees: 3 });
      expect(reading).toMatchObject({ kind: 'read', checkDigits: { [wrongCheckDigit]: false } });
      expect(judgeReading(reading, engines.reader)).toMatchObject({
        status: 'failed',
        reasons: ['mrz_checksum_mismatch'],
      });
    },
  );

  it('an expired passport is read, and has expired', async () => {
    const who = { ...person(4), issueDate: '2010-05-01', expiryDate: '2020-04-30' };
    const reading = await readPassport(who, {});
    expectRead(reading, who, 'passport');
    if (reading.kind !== 'read') throw new Error('not read');
    expect(judgeExpiration(reading.fields, today).reasons).toEqual(['document_expired']);
  });

  it('a number of O, 0, I and 1 that print does not settle is never passed', async () => {
    const who = { ...person(0), documentNumber: 'SPX0O15I2' };
    const reading = await readPassport(who, {});
    const outcome = judgeReading(reading, engines.reader);
    const number = reading.kind === 'read' ? reading.fields.document_number : undefined;
    expect(outcome.status === 'failed' || number === 'SPX0O15I2').toBe(true);
  });

  it.each([
    ['a blank sheet', { r: 240, g: 240, b: 240 }],
    ['a dark table', { r: 60, g: 40, b: 30 }],
  ])('%s: mrz_not_found', async (_name, background) => {
    const bytes = await sharp({ create: { width: 1200, height: 900, channels: 3, background } })
      .jpeg()
      .toBuffer();
    const reading = await engines.readDocument({ pages: [{ side: 'front', bytes }] });
    expect(judgeReading(reading, engines.reader).reasons).toEqual(['mrz_not_found']);
  });

  it("a card's front alone has no zone", async () => {
    const { front } = await studio.drawIdCard(person(1));
    const reading = await engines.readDocument({ pages: [{ side: 'front', bytes: front }] });
    expect(judgeReading(reading, engines.reader).reasons).toEqual(['mrz_not_found']);
  });
});

it('stops between two steps when it is told to', async () => {
  const bytes = await studio.drawPassport(person(0));
  const stop = new AbortController();
  const reading = engines.readDocument({ pages: [{ side: 'front', bytes }] }, stop.signal);
  stop.abort(new Error('the session has expired'));
  await expect(reading).rejects.toThrow('the session has expired');
});
