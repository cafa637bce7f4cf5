import sharp from 'sharp';
import type { DocumentEngines } from '../../../activities/checks/engines/document/create-document-engines';
import type { DocumentReading } from '../../../activities/checks/engines/document/page/document-reader';
import {
  judgeReading,
  mismatchesOf,
} from '../../../activities/checks/engines/document/judge-reading';
import {
  designs,
  drawnPortrait,
  type Person,
  type SpecimenOptions,
  type SpecimenStudio,
} from '../../../services/local/specimen';
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

function person(index: number, changed: Partial<Person> = {}): Person {
  const found = people[index];
  if (found === undefined) throw new Error('no such person');
  return { ...found, ...changed };
}

const driver = (index: number): Person =>
  person(index, { nationality: index % 2 === 0 ? 'USA' : 'CAN' });

const kinds = {
  passport: async (index: number, options: SpecimenOptions) => ({
    front: await studio.drawPassport(person(index), options),
  }),
  'identity card': (index: number, options: SpecimenOptions) =>
    studio.drawIdCard(person(index), options),
  'large identity card': async (index: number, options: SpecimenOptions) => ({
    front: await studio.drawLargeCard(person(index), options),
  }),
  licence: (index: number, options: SpecimenOptions) => studio.drawLicence(driver(index), options),
} as const;
type Kind = keyof typeof kinds;
const allKinds = ['passport', 'identity card', 'large identity card', 'licence'] as const;

async function read(kind: Kind, index: number, options: SpecimenOptions): Promise<DocumentReading> {
  const sides: { readonly front: Buffer; readonly back?: Buffer } = await kinds[kind](
    index,
    options,
  );
  const back = sides.back === undefined ? [] : [{ side: 'back' as const, bytes: sides.back }];
  return engines.readDocument({ pages: [{ side: 'front', bytes: sides.front }, ...back] });
}

function reasons(reading: DocumentReading): readonly string[] {
  return judgeReading(reading, engines.reader).reasons;
}

const lightly: readonly SpecimenOptions[] = [
  {},
  { jpegQuality: 60, rotationDegrees: 33 },
  { perspective: 0.1, rotationDegrees: 4 },
  { blurPx: 1, rotationDegrees: 183 },
];

describe('a licence', () => {
  it.each([
    ['of the United States', 0, {}],
    ['of Canada, askew', 1, { rotationDegrees: 25, design: 'harbour' }],
    ['turned by a quarter and a bit', 2, { rotationDegrees: 97 }],
    ['a little blurred', 3, { blurPx: 1.2, design: 'harbour' }],
  ] as const)('is read from its barcode: %s', async (_name, index, options) => {
    const who = driver(index);
    const reading = await read('licence', index, options);
    expect(reading).toMatchObject({
      kind: 'barcode',
      side: 'back',
      print: { number: 'agrees', names: 'agrees', birth: 'agrees', expiry: 'agrees' },
      otherSide: 'agrees',
      fields: {
        document_type: 'drivers_license',
        document_issuing_state: who.nationality,
        document_number: who.documentNumber,
        date_of_birth: who.birthDate,
        document_issue_date: who.issueDate,
        document_expiration_date: who.expiryDate,
      },
    });
    expect(reasons(reading)).toEqual([]);
  });

  it.each([
    ['number', { documentNumber: 'SPX438127' }],
    ['day of birth', { birthDate: '1984-12-25' }],
  ] as const)('whose front names another %s: barcode_mismatch', async (_name, printedAs) => {
    expect(reasons(await read('licence', 0, { printedAs }))).toEqual(['barcode_mismatch']);
  });

  it('whose front cannot be read proves nothing: not a mismatch, and not a pass', async () => {
    const { back } = await studio.drawLicence(driver(0));
    const { front } = await studio.drawLicence(driver(0), { blurPx: 14 });
    const reading = await engines.readDocument({
      pages: [
        { side: 'front', bytes: front },
        { side: 'back', bytes: back },
      ],
    });
    expect(reasons(reading)).toEqual(['not_a_document', 'visual_zone_unreadable']);
  });
});

describe('print that differs from the zone: visual_zone_mismatch', () => {
  it.each([
    ['passport', 0, { documentNumber: 'SPX438127' }],
    ['passport', 3, { birthDate: '1994-12-25' }],
    ['identity card', 0, { documentNumber: 'SPX015147' }],
    ['large identity card', 2, { birthDate: '1974-06-17' }],
    ['passport', 1, { documentNumber: 'ZZK903366' }],
    ['passport', 2, { firstName: 'Paula Maria' }],
    ['identity card', 3, { lastName: 'Vorlage' }],
    ['large identity card', 0, { expiryDate: '2019-06-01' }],
    ['passport', 4, { birthDate: '1989-12-31' }],
  ] as const)('a %s of person %i with %j in print', async (kind, index, printedAs) => {
    // Where look-alikes would need the print to tell them apart, `mrz_repaired` stands beside it.
    expect(reasons(await read(kind, index, { printedAs }))).toContain('visual_zone_mismatch');
  });
});

describe('pages that do not belong together', () => {
  const reasonsOf = async (front: Buffer, back: Buffer): Promise<readonly string[]> =>
    reasons(
      await engines.readDocument({
        pages: [
          { side: 'front', bytes: front },
          { side: 'back', bytes: back },
        ],
      }),
    );

  it("a card's front and another one's back: front_back_mismatch", async () => {
    const { front } = await studio.drawIdCard(person(0));
    const { back } = await studio.drawIdCard(person(3));
    expect(await reasonsOf(front, back)).toContain('front_back_mismatch');
  });

  it("a passport and somebody's card's back are no one document", async () => {
    const { back } = await studio.drawIdCard(person(3));
    expect(await reasonsOf(await studio.drawPassport(person(0)), back)).not.toEqual([]);
  });

  it('a picture of a face before a card’s back: not_a_document', async () => {
    const { back } = await studio.drawIdCard(person(3));
    const face = await sharp(await drawnPortrait(3))
      .jpeg()
      .toBuffer();
    expect(await reasonsOf(face, back)).toEqual(['not_a_document', 'visual_zone_unreadable']);
  });

  it('one side sent as both proves nothing', async () => {
    const { back } = await studio.drawIdCard(person(1));
    expect(await reasonsOf(back, back)).toContain('visual_zone_unreadable');
  });
});

/** `npm run accuracy` counts false mismatches over hundreds of documents. */
describe('honest documents never disagree with themselves', () => {
  const all = allKinds.flatMap((kind) =>
    lightly.map((options, index) => ({ kind, options, index })),
  );

  it.each(all)('a $kind, $options', async ({ kind, options, index }) => {
    const design = designs[index % designs.length] ?? 'meadow';
    const reading = await read(kind, index, { ...options, design, seed: index });
    expect(reading).toMatchObject({
      print: { number: 'agrees', names: 'agrees', birth: 'agrees', expiry: 'agrees' },
      isDocument: true,
    });
    expect(mismatchesOf(reading)).toEqual([]);
  });
});
