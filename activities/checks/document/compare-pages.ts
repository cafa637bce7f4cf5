import {
  compareWithPrint,
  mergedPrint,
  nothingPrinted,
  unseenFields,
  type ComparedFields,
  type PrintComparison,
} from '../../../shared/checks/print/compare-print';
import type { PrintedLine, PrintVerdict } from '../../../shared/checks/print/printed-line';
import type { ComparedPages, DocumentPage, DocumentSide } from './document-reader';
import type { TextFinder } from './ocr/text-finder';
import type { LookAtPage, PageLook } from './page-looks';
import { clarified } from './page-picture';
import { looksLikeDocument, type FaceOnPage } from './page-shape';

export interface ComparePagesDeps {
  readonly finder: TextFinder;
  readonly lookAt: LookAtPage;
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

async function comparePage(
  page: DocumentPage,
  fields: ComparedFields,
  deps: ComparePagesDeps,
  signal: AbortSignal | undefined,
): Promise<PrintComparison> {
  const look = await deps.lookAt(page, signal);
  const print = compareWithPrint(fields, await deps.readPrint(look, signal));
  if (unseenFields(print, fields).length === 0) return print;
  // Print is paler than a zone: a second look at the same page with its contrast raised.
  const picture = await clarified(look.picture);
  signal?.throwIfAborted();
  const boxes = await deps.finder.find(picture);
  const again = compareWithPrint(fields, await deps.readPrint({ picture, boxes }, signal));
  return mergedPrint(print, again);
}

function sameDocument({ number, names }: PrintComparison): PrintVerdict {
  if (number === 'agrees' || names === 'agrees') return 'agrees';
  return number === 'differs' || names === 'differs' ? 'differs' : 'unseen';
}
