import {
  compareWithPrint,
  mergedPrint,
  nothingPrinted,
  unseenFields,
  type ComparedFields,
  type PrintComparison,
} from '../../../../shared/domain/checks/print/compare-print';
import type {
  PrintedLine,
  PrintVerdict,
} from '../../../../shared/domain/checks/print/printed-line';
import type { ComparedPages, DocumentPage, DocumentSide } from './page/document-reader';
import type { TextBox } from './ocr/text-boxes';
import type { LookAtPage, LookCloser, PageLook } from './page/page-looks';
import { looksLikeDocument, type FaceOnPage } from './page-shape';

export interface ComparePagesDeps {
  readonly lookAt: LookAtPage;
  readonly lookCloser: LookCloser;
  /** The page turned the right way up; undefined where its print does not tell which way that is. */
  readonly turnUpright: (
    look: PageLook,
    signal: AbortSignal | undefined,
  ) => Promise<PageLook | undefined>;
  /** The print of an upright page. */
  readonly readPrint: (
    look: PageLook,
    signal: AbortSignal | undefined,
  ) => Promise<readonly PrintedLine[]>;
  /** All faces of a page, in the pixels of the given picture. */
  readonly findFaces: (look: PageLook) => Promise<readonly FaceOnPage[]>;
}

interface ReadFields {
  readonly fields: ComparedFields;
  /** Where the zone or the barcode is. */
  readonly side: DocumentSide;
}

/** What the print of a document's pages says of the fields that were read from its zone or barcode. */
export async function comparePages(
  pages: readonly DocumentPage[],
  { fields, side }: ReadFields,
  deps: ComparePagesDeps,
  signal: AbortSignal | undefined,
): Promise<ComparedPages> {
  const compare = (page: DocumentPage): Promise<PrintComparison> =>
    comparePage(page, fields, deps, signal);
  const own = pages.find((page) => page.side === side);
  const other = pages.find((page) => page.side !== side);
  // Sent the wrong way round a card is still a card: its front is the side without the zone.
  const front = other ?? own;
  if (front === undefined) return { print: nothingPrinted, otherSide: null, isDocument: false };
  const look = await deps.lookAt(front, signal);
  const isDocument = looksLikeDocument(look.boxes, await deps.findFaces(look));
  const print = await compare(front);
  if (other === undefined || own === undefined) return { print, otherSide: null, isDocument };
  // The side of the zone prints little besides: looked at only for what the other did not show.
  const whole =
    unseenFields(print, fields).length === 0 ? print : mergedPrint(print, await compare(own));
  return { print: whole, otherSide: sameDocument(print), isDocument };
}

/** Looks again, another way, for as long as something was not seen: what one look shows is shown. */
async function comparePage(
  page: DocumentPage,
  fields: ComparedFields,
  deps: ComparePagesDeps,
  signal: AbortSignal | undefined,
): Promise<PrintComparison> {
  let print = nothingPrinted;
  for await (const look of looksAt(page, deps, signal)) {
    const seen = compareWithPrint(fields, await deps.readPrint(look, signal));
    print = mergedPrint(print, seen);
    if (unseenFields(print, fields).length === 0) break;
  }
  return print;
}

async function* looksAt(
  page: DocumentPage,
  { lookAt, lookCloser, turnUpright }: ComparePagesDeps,
  signal: AbortSignal | undefined,
): AsyncGenerator<PageLook> {
  const look = await lookAt(page, signal);
  const upright = await turnUpright(look, signal);
  if (upright !== undefined) {
    yield upright;
    // The finder cuts the ends off some numbers: `P12345` of `P1234567`.
    yield { ...upright, boxes: upright.boxes.map(lengthened) };
  }
  // Print is paler than a zone: the same page with its contrast raised.
  const clearer = await lookCloser((upright ?? look).picture, signal);
  const clear = upright === undefined ? await turnUpright(clearer, signal) : clearer;
  if (clear !== undefined) yield clear;
}

/** By a character or two at either end. */
function lengthened(box: TextBox): TextBox {
  return { ...box, width: box.width + box.height * 3 };
}

function sameDocument({ number, names }: PrintComparison): PrintVerdict {
  if (number === 'agrees' || names === 'agrees') return 'agrees';
  return number === 'differs' || names === 'differs' ? 'differs' : 'unseen';
}
