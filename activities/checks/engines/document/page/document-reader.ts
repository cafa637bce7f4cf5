import type { PrintComparison } from '../../../../../shared/domain/checks/print/compare-print';
import type { PrintVerdict } from '../../../../../shared/domain/checks/print/printed-line';
import type { MrzFormat } from '../mrz/mrz-format';
import type { MrzCheckDigits } from '../mrz/parse-mrz';
import type { DocumentFields } from '../../../../../shared/domain/checks/document-fields';
import type { ZoneFont } from '../zone-font/zone-font';

export type DocumentSide = 'front' | 'back';

export interface DocumentPage {
  readonly side: DocumentSide;
  /** An inspected picture or PDF (`services/api/documents/inspect-image`). */
  readonly bytes: Buffer;
}

/** What a document prints beside its zone or barcode, held against it. */
export interface ComparedPages {
  /** Each field, wherever it is printed. */
  readonly print: PrintComparison;
  /**
   * Whether the side without the zone or barcode names the same document or person: its number, its names.
   * Null where there is only one side.
   */
  readonly otherSide: PrintVerdict | null;
  /** Whether the front looks like a document at all. */
  readonly isDocument: boolean;
}

export interface MrzReading {
  readonly side: DocumentSide;
  readonly format: MrzFormat;
  readonly fields: DocumentFields;
  readonly checkDigits: MrzCheckDigits;
  /** Fields in which a look-alike was replaced, as the visual zone has them. */
  readonly repaired: readonly string[];
  /** The document number may be another one that looks alike, and is not found in print. */
  readonly numberInDoubt: boolean;
  /** A second look at the same lines saw the same characters. */
  readonly steady: boolean;
  /** A wrong check digit may be a misread character: one was read with doubt, or looks like a right one. */
  readonly misreadable: boolean;
  /** 0–1: mean certainty of the recogniser over the zone. */
  readonly certainty: number;
  readonly font: ZoneFont;
  /** Print goes on below the zone, where a document ends: it is a copy on a larger sheet. */
  readonly otherPrint: boolean;
}

/** What the zones of a document's pages say, before anything else on them was looked at. */
export type ZoneOnlyReading =
  | ({ readonly kind: 'read' } & MrzReading)
  /** There is a zone, but its lines cannot be put together. */
  | { readonly kind: 'unreadable'; readonly side: DocumentSide }
  /** Its zone can be read, and is of a layout that is no ICAO format. */
  | { readonly kind: 'unsupported'; readonly side: DocumentSide }
  | { readonly kind: 'not_found' };

/** What a reader found on all pages of one document. */
export type DocumentReading =
  | ({
      readonly kind: 'read';
      /** A barcode beside the zone names another number or day of birth. */
      readonly barcodeDiffers: boolean;
    } & MrzReading &
      ComparedPages)
  /** No zone, but a licence's barcode. */
  | ({
      readonly kind: 'barcode';
      readonly side: DocumentSide;
      readonly fields: DocumentFields;
      /** The front runs on in sentences, as no licence does: it is a copy on a letter. */
      readonly otherPrint: boolean;
    } & ComparedPages)
  | Exclude<ZoneOnlyReading, { kind: 'read' }>;

/** Reads an identity document. A vendor's engine takes the built-in one's place behind this. */
export interface DocumentReader {
  readonly engine: string;
  readonly engineVersion: string;
  /** @throws the signal's reason when it is aborted between two steps */
  readonly readDocument: (
    pages: readonly DocumentPage[],
    signal?: AbortSignal,
  ) => Promise<DocumentReading>;
}
