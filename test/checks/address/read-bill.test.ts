import type { DocumentEngines } from '../../../activities/checks/engines/document/create-document-engines';
import { judgeProof, type Expected } from '../../../activities/checks/engines/address/judge-proof';
import type { CheckOutcome } from '../../../shared/domain/checks/outcome';
import type { PhotographOptions } from '../../../services/local/specimen';
import { drawBill, type Bill } from '../../api/documents/drawn-bill';
import sharp from 'sharp';
import { traceImage } from '../../../activities/checks/engines/forensics/trace-image';
import { artifactDeps, startEngines } from '../document/studio';

const bill: Bill = {
  name: 'Mevr. Noor Voorbeeld',
  address: ['Lindenlaan 27 B', '3512 GH Voorbeeldstad'],
  dateRow: 'Invoice date: 14 October 2026',
};
const expected: Expected = {
  name: { first: 'NOOR ANNA', last: 'VOORBEELD' },
  address: 'Lindenlaan 27B 3512GH Voorbeeldstad',
  country: 'NLD',
  kind: 'utility_bill',
  statedDay: '2026-10-14',
  today: '2026-11-23',
  editors: [],
};
const rules = { maximumAgeDays: 90, nameThreshold: 0.85, addressThreshold: 0.75 };

let engines: DocumentEngines;
beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.dispose());

async function judged(
  drawn: Bill,
  options: PhotographOptions = {},
  other: Partial<Expected> = {},
): Promise<CheckOutcome> {
  const text = await engines.readText(await drawBill(artifactDeps, drawn, options));
  return judgeProof(text, { ...expected, ...other }, rules).outcome;
}

describe("somebody's own recent bill proves the address", () => {
  test.each<[string, PhotographOptions]>([
    ['scanned', { framing: 'fills' }],
    ['photographed on a table', { rotationDegrees: 3, jpegQuality: 75 }],
    ['seen from the side', { perspective: 0.12, rotationDegrees: -4 }],
    ['a little blurred', { blurPx: 1, framing: 'fills' }],
    ['upside down', { rotationDegrees: 180, framing: 'fills' }],
    ['lying on its side', { rotationDegrees: 90 }],
  ])('%s', async (_way, options) => {
    expect(await judged(bill, options)).toMatchObject({ status: 'passed', reasons: [] });
  });
});

describe('what the bill does not prove is named', () => {
  test.each<[string, Bill, Partial<Expected>]>([
    ['name_mismatch', { ...bill, name: 'Mevr. Saar Anders' }, {}],
    ['address_mismatch', { ...bill, address: ['Kastanjeweg 27 B', '8011 KL Elders'] }, {}],
    ['address_mismatch', bill, { address: 'Lindenlaan 29B 3512GH Voorbeeldstad' }],
    ['document_too_old', { ...bill, dateRow: 'Invoice date: 14 July 2026' }, {}],
    ['date_not_found', { ...bill, dateRow: 'Reference NV-EXAMPLE' }, {}],
  ])('%s', async (reason, drawn, other) => {
    expect(await judged(drawn, { framing: 'fills' }, other)).toMatchObject({
      status: 'failed',
      reasons: [reason],
    });
  });
});

test('a bill that a program for pictures changed names it, and a scan of it none', async () => {
  const scan = await drawBill(artifactDeps, bill, { framing: 'fills' });
  const edited = await sharp(scan)
    .withExif({ IFD0: { Software: 'Adobe Photoshop 26.1' } })
    .jpeg()
    .toBuffer();
  expect((await traceImage(scan)).editors).toEqual([]);
  const { editors } = await traceImage(edited);
  const text = await engines.readText(edited);
  const { reasons } = judgeProof(text, { ...expected, editors }, rules).outcome;
  expect(reasons).toEqual(['exif_editing_software']);
});
