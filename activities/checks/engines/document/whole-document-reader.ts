import { parseAamva } from './barcode/aamva';
import { barcodeTurns } from './barcode/barcode-turns';
import type { Pdf417Reader } from './barcode/pdf417-reader';
import { comparePages, type ComparePagesDeps } from './compare-pages';
import type {
  ComparedPages,
  DocumentPage,
  DocumentReader,
  MrzReading,
  ZoneOnlyReading,
} from './page/document-reader';
import { centuryEarlier } from './mrz/mrz-dates';
import type { DocumentFields } from '../../../../shared/domain/checks/document-fields';
import { onnxReader } from './onnx-document-reader';
import { hasSentences } from './print-beside';

interface WholeDocumentReaderDeps extends ComparePagesDeps {
  /** Reads machine-readable zones. */
  readonly readZones: (
    pages: readonly DocumentPage[],
    signal: AbortSignal | undefined,
  ) => Promise<ZoneOnlyReading>;
  readonly readBarcode: Pdf417Reader;
  /** The calendar day that two-digit years are read against. */
  readonly today: () => string;
}

/** Who reads whole documents; known without loading it, to look for what it has read before. */
export const wholeReader = {
  engine: onnxReader.engine,
  engineVersion: `${onnxReader.engineVersion}+pdf417+print3`,
} as const;

/** Zone, barcode and print of one document, held against each other. */
export function createWholeDocumentReader(deps: WholeDocumentReaderDeps): DocumentReader {
  return {
    ...wholeReader,
    readDocument: async (pages, signal) => {
      const zone = await deps.readZones(pages, signal);
      const barcode = await barcodeOf(pages, deps, zone, signal);
      if (zone.kind === 'read') {
        const barcodeDiffers = barcode !== undefined && !samePerson(zone.fields, barcode.fields);
        return { ...zone, barcodeDiffers, ...(await compareInCentury(pages, zone, deps, signal)) };
      }
      // Print is only ever held against something that was read: without that it costs nothing.
      if (barcode === undefined) return zone;
      const { fields, side } = barcode;
      return {
        kind: 'barcode',
        side,
        fields,
        otherPrint: await frontHasSentences(pages, deps, signal),
        ...(await comparePages(pages, barcode, deps, signal)),
      };
    },
  };
}

async function frontHasSentences(
  pages: readonly DocumentPage[],
  { lookAt }: Pick<WholeDocumentReaderDeps, 'lookAt'>,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const front = pages.find(({ side }) => side === 'front');
  return front !== undefined && hasSentences((await lookAt(front, signal)).boxes);
}

/** Two digits of a year do not tell a child from a centenarian: where print names the other, it is that. */
async function compareInCentury(
  pages: readonly DocumentPage[],
  { fields, side }: Pick<MrzReading, 'fields' | 'side'>,
  deps: WholeDocumentReaderDeps,
  signal: AbortSignal | undefined,
): Promise<ComparedPages & Pick<MrzReading, 'fields'>> {
  const compared = await comparePages(pages, { fields, side }, deps, signal);
  const { date_of_birth: birth } = fields;
  const earlier = birth === null ? undefined : centuryEarlier(birth, deps.today());
  if (compared.print.birth === 'agrees' || earlier === undefined) return { fields, ...compared };
  const older = { ...fields, date_of_birth: earlier };
  const again = await comparePages(pages, { fields: older, side }, deps, signal);
  return again.print.birth === 'agrees' ? { fields: older, ...again } : { fields, ...compared };
}

interface ReadBarcode {
  readonly side: DocumentPage['side'];
  readonly fields: DocumentFields;
}

async function barcodeOf(
  pages: readonly DocumentPage[],
  { lookAt, readBarcode }: Pick<WholeDocumentReaderDeps, 'lookAt' | 'readBarcode'>,
  zone: ZoneOnlyReading,
  signal: AbortSignal | undefined,
): Promise<ReadBarcode | undefined> {
  for (const page of pages.filter(({ side }) => side === 'back')) {
    signal?.throwIfAborted();
    const { picture, boxes } = await lookAt(page, signal);
    signal?.throwIfAborted();
    const text = await readBarcode(picture, barcodeTurns(boxes, zone.kind === 'read'));
    const fields = text === undefined ? undefined : parseAamva(text);
    if (fields !== undefined) return { side: page.side, fields };
  }
  return undefined;
}

function samePerson(zone: DocumentFields, barcode: DocumentFields): boolean {
  return (
    zone.document_number === barcode.document_number && zone.date_of_birth === barcode.date_of_birth
  );
}
