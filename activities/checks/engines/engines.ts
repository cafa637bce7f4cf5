import type { FaceThreshold } from '../../../shared/domain/checks/check-config';
import type { CheckOutcome } from '../../../shared/domain/checks/outcome';
import type { PrintedText } from './address/printed-text';
import type { DocumentPage, DocumentReading } from './document/page/document-reader';
import type { ImageTraces } from './forensics/image-traces';
import type { FrameLook, JudgedLiveness, LivenessFrames } from './face/liveness/judge-liveness';

/** The largest face of a picture. */
export interface FaceEmbedding {
  /** Unit length: the cosine of two is their dot product. */
  readonly embedding: Float32Array;
  /** Name and version: embeddings of two engines cannot be compared. */
  readonly engine: string;
}

/**
 * What the checks need of engines, wherever they run. The built-in ones run in child processes; a vendor's
 * stand behind the same calls. All reject with the signal's reason when it is aborted.
 */
export interface CheckEngines {
  /** Who reads documents: the same engine does not read the same bytes twice. */
  readonly reader: { readonly engine: string; readonly engineVersion: string };
  judgeQuality(image: Buffer, signal: AbortSignal): Promise<CheckOutcome>;
  readDocument(
    pages: readonly DocumentPage[],
    signal: AbortSignal,
  ): Promise<{
    readonly reading: DocumentReading;
    readonly engine: string;
    readonly engineVersion: string;
  }>;
  /** All print of a page in Latin script; of a PDF, of its first page. */
  readText(image: Buffer, signal: AbortSignal): Promise<PrintedText>;
  matchFaces(
    pair: { readonly portrait: Buffer; readonly selfie: Buffer; readonly threshold: FaceThreshold },
    signal: AbortSignal,
  ): Promise<CheckOutcome>;
  /** Null when the picture shows no face clearly enough. */
  embedFace(image: Buffer, signal: AbortSignal): Promise<FaceEmbedding | null>;
  /** Traces of editing, of screens, and what copies of the picture are found by. */
  traceImage(image: Buffer, signal: AbortSignal): Promise<ImageTraces>;
  /** By what a picture of a face is found when another session sends it again. */
  printFace(image: Buffer, signal: AbortSignal): Promise<FrameLook>;
  judgeLiveness(frames: LivenessFrames, signal: AbortSignal): Promise<JudgedLiveness>;
}
