import type { Raster } from '../../../shared/images/raster';
import { parseAamva } from './barcode/aamva';
import { barcodeTurns } from './barcode/barcode-turns';
import type { Pdf417Reader } from './barcode/pdf417-reader';
import type {
  DocumentPage,
  DocumentReader,
  DocumentReading,
  ReadingMismatch,
} from './document-reader';
import type { DocumentFields } from './mrz/parse-mrz';
import type { TextFinder } from './ocr/text-finder';
import { onnxReader } from './onnx-document-reader';
import { pagePicture } from './page-picture';
import { compareWithPrint, type PrintComparison } from './visual/compare-print';

interface WholeDocumentReaderDeps {
  /** What reads machine-readable zones. */
  readonly zones: DocumentReader;
  readonly finder: TextFinder;
  readonly readBarcode: Pdf417Reader;
  readonly readPrint: (
    picture: Raster,
    signal: AbortSignal | undefined,
  ) => Promise<readonly string[]>;
}

/** Who reads whole documents; known without loading it, to look for what it has read before. */
export const wholeReader = {
  engine: onnxReader.engine,
  engineVersion: `${onnxReader.engineVersion}+pdf417+print`,
} as const;

/** Zone, barcode and print of one document, held against each other. */
export function createWholeDocumentReader(deps: WholeDocumentReaderDeps): DocumentReader {
  return {
    ...wholeReader,
    readDocument: async (pages, signal) => {
      const zone = await deps.zones.readDocument(pages, signal);
      const barcode = await barcodeOf(pages, deps, zone, signal);
      const fields = zone.kind === 'read' ? zone.fields : barcode?.fields;
      const front = pages.find(({ side }) => side === 'front');
      // Print is only ever held against something that was read: without that it costs nothing.
      const print =
        fields === undefined || front === undefined
          ? undefined
          : compareWithPrint(fields, await deps.readPrint(await pagePicture(front.bytes), signal));
      return combine(zone, barcode, print);
    },
  };
}

interface ReadBarcode {
  readonly page: DocumentPage;
  readonly fields: DocumentFields;
}

async function barcodeOf(
  pages: readonly DocumentPage[],
  { finder, readBarcode }: Pick<WholeDocumentReaderDeps, 'finder' | 'readBarcode'>,
  zone: DocumentReading,
  signal: AbortSignal | undefined,
): Promise<ReadBarcode | undefined> {
  for (const page of pages.filter(({ side }) => side === 'back')) {
    signal?.throwIfAborted();
    const picture = await pagePicture(page.bytes);
    const boxes = await finder.find(picture);
    signal?.throwIfAborted();
    const text = await readBarcode(picture, barcodeTurns(boxes, zone.kind === 'read'));
    const fields = text === undefined ? undefined : parseAamva(text);
    if (fields !== undefined) return { page, fields };
  }
  return undefined;
}

function combine(
  zone: DocumentReading,
  barcode: ReadBarcode | undefined,
  print: PrintComparison | undefined,
): DocumentReading {
  const printDiffers = print?.number === 'differs' || print?.birth === 'differs';
  if (zone.kind === 'read') {
    const mismatches: ReadingMismatch[] = [
      ...(barcode !== undefined && !samePerson(zone.fields, barcode.fields)
        ? (['barcode_mismatch'] as const)
        : []),
      // A zone that is in doubt itself proves nothing about the print.
      ...(printDiffers && zone.steady ? (['visual_zone_mismatch'] as const) : []),
    ];
    return { ...zone, mismatches };
  }
  if (barcode === undefined) return zone;
  return {
    kind: 'barcode',
    side: barcode.page.side,
    fields: barcode.fields,
    printed: print?.number === 'agrees',
    mismatches: printDiffers ? ['barcode_mismatch'] : [],
  };
}

function samePerson(zone: DocumentFields, barcode: DocumentFields): boolean {
  return (
    zone.document_number === barcode.document_number && zone.date_of_birth === barcode.date_of_birth
  );
}
