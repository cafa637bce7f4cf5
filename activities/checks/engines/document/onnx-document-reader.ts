import type { Raster } from '../../../../shared/images/raster';
import type { DocumentPage, ZoneOnlyReading } from './page/document-reader';
import { allCheckDigitsRight, type ParsedMrz } from './mrz/parse-mrz';
import { readZone, type ZoneReader, type ZoneReading } from './mrz-zone';
import type { Alphabet } from './ocr/ctc-decode';
import type { LineRecogniser } from './ocr/line-recogniser';
import { boxQuad, type TextBox } from './ocr/text-boxes';
import type { LookAtPage, LookCloser } from './page/page-looks';

interface OnnxDocumentReaderDeps {
  readonly lookAt: LookAtPage;
  readonly lookCloser: LookCloser;
  readonly recogniser: LineRecogniser;
  readonly alphabet: Alphabet;
  /** The calendar day that two-digit years are read against. */
  readonly today: () => string;
}

interface ReadPage {
  readonly page: DocumentPage;
  readonly picture: Raster;
  readonly boxes: readonly TextBox[];
  readonly zone: ZoneReading;
}

/** A page has some twenty lines of that length; a form full of text is not worth the time. */
const maximumConfirmingLines = 32;
const minimumPrinted = 5;
/** A check digit is called wrong only where every character under it was read with this. */
const steadyFrom = 0.9;

/** Raise the version with anything that changes what is read. */
export const onnxReader = { engine: 'pp-ocr-mrz', engineVersion: 'PP-OCRv6-small+3' } as const;

/** Text found and read by PP-OCRv6, the zone put together and verified by the rules of ICAO 9303. */
export function createZoneReader(
  deps: OnnxDocumentReaderDeps,
): (pages: readonly DocumentPage[], signal: AbortSignal | undefined) => Promise<ZoneOnlyReading> {
  const readPage = async (
    page: DocumentPage,
    reader: ZoneReader,
    signal: AbortSignal | undefined,
  ): Promise<ReadPage> => {
    const { picture, boxes } = await deps.lookAt(page, signal);
    signal?.throwIfAborted();
    const zone = await readZone(picture, boxes, reader, signal);
    const first = { page, picture, boxes, zone };
    if (worth(zone) === 3) return first;
    const { picture: clearer, boxes: moreBoxes } = await deps.lookCloser(picture, signal);
    signal?.throwIfAborted();
    const enlargedBy = clearer.width / picture.width;
    const second = await readZone(clearer, moreBoxes, { ...reader, enlargedBy }, signal);
    return worth(second) > worth(zone)
      ? { page, picture: clearer, boxes: moreBoxes, zone: second }
      : first;
  };

  return async (pages, signal) => {
    const reader: ZoneReader = {
      recogniser: deps.recogniser,
      alphabet: deps.alphabet,
      today: deps.today(),
      enlargedBy: 1,
    };
    const done: ReadPage[] = [];
    // A card has its zone on the back, a passport has no back: the back is the likelier one.
    for (const page of pages.toSorted((a, b) => a.side.localeCompare(b.side))) {
      signal?.throwIfAborted();
      const read = await readPage(page, reader, signal);
      done.push(read);
      if (worth(read.zone) === 3) break;
    }
    const best = done.toSorted((a, b) => worth(b.zone) - worth(a.zone))[0];
    if (best === undefined || best.zone.kind === 'none') return { kind: 'not_found' };
    const { side } = best.page;
    if (best.zone.kind !== 'zone') return { kind: best.zone.kind, side };
    const { mrz, steady, certainty, font, otherPrint } = best.zone;
    const readings = [mrz, ...mrz.alternatives];
    const printed =
      mrz.alternatives.length === 0
        ? mrz
        : await printedReading(readings, pages, done, deps, signal);
    const chosen = printed ?? mrz;
    return {
      kind: 'read',
      side,
      format: chosen.format,
      fields: chosen.fields,
      checkDigits: chosen.checkDigits,
      repaired: chosen === mrz ? [] : ['document_number'],
      numberInDoubt: printed === undefined,
      steady,
      misreadable: mrz.alternatives.length > 0 || mrz.checkedCertainty < steadyFrom,
      certainty,
      font,
      otherPrint,
    };
  };
}

/** 3 all verified and seen twice alike, 2 read with a doubt, 1 seen, 0 nothing. */
function worth(zone: ZoneReading): number {
  switch (zone.kind) {
    case 'zone':
      return zone.steady && allCheckDigitsRight(zone.mrz.checkDigits) ? 3 : 2;
    case 'unreadable':
    case 'unsupported':
      return 1;
    case 'none':
      return 0;
  }
}

/** The reading whose document number stands in the visual zone of a page. */
async function printedReading<Reading extends ParsedMrz>(
  readings: readonly Reading[],
  pages: readonly DocumentPage[],
  done: readonly ReadPage[],
  deps: OnnxDocumentReaderDeps,
  signal: AbortSignal | undefined,
): Promise<Reading | undefined> {
  for (const page of pages) {
    const known = done.find((read) => read.page === page);
    const { picture, boxes } = known ?? (await deps.lookAt(page, signal));
    // Nine characters or so: neither a single letter nor a machine-readable line.
    const likely = boxes
      .filter((box) => box.width / box.height > 2 && box.width / box.height < 9)
      .slice(0, maximumConfirmingLines);
    const ways = known?.zone.kind === 'zone' ? [known.zone.upsideDown] : [false, true];
    for (const box of likely) {
      for (const upsideDown of ways) {
        signal?.throwIfAborted();
        const line = await deps.recogniser.read(picture, boxQuad(box, upsideDown), deps.alphabet);
        const found = readings.filter((reading) => agrees(line.text, reading));
        const [only] = found;
        if (only !== undefined && found.length === 1) return only;
      }
    }
  }
  return undefined;
}

/** The finder may have cut the number short: a part will do if it is long and fits one reading only. */
function agrees(printed: string, reading: ParsedMrz): boolean {
  const number = reading.fields.document_number;
  return printed.includes(number) || (printed.length >= minimumPrinted && number.includes(printed));
}
