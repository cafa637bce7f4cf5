import type { MrzFormat } from './mrz/mrz-format';
import type { DocumentFields, MrzCheckDigits } from './mrz/parse-mrz';

export type DocumentSide = 'front' | 'back';

export interface DocumentPage {
  readonly side: DocumentSide;
  /** An inspected picture or PDF (`shared/images/inspect-image`). */
  readonly bytes: Buffer;
}

export type ReadingMismatch = 'barcode_mismatch' | 'visual_zone_mismatch';

/** What a reader found on all pages of one document. */
export type DocumentReading =
  | {
      readonly kind: 'read';
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
      /** 0–1: mean certainty of the recogniser over the zone. */
      readonly certainty: number;
      /** Other places of the document that plainly say something else. */
      readonly mismatches?: readonly ReadingMismatch[];
    }
  /** No zone, but a licence's barcode. */
  | {
      readonly kind: 'barcode';
      readonly side: DocumentSide;
      readonly fields: DocumentFields;
      /** The number stands in print on the front. */
      readonly printed: boolean;
      readonly mismatches: readonly ReadingMismatch[];
    }
  /** There is a zone, but its lines cannot be put together. */
  | { readonly kind: 'unreadable'; readonly side: DocumentSide }
  | { readonly kind: 'not_found' };

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
