import { InferenceSession } from 'onnxruntime-node';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckOutcome } from '../../../../shared/domain/checks/outcome';
import { latinAlphabet } from '../address/latin-alphabet';
import type { PrintedText } from '../address/printed-text';
import { readPrintedText } from '../address/read-printed-text';
import type { DocumentPage, DocumentReader, DocumentReading } from './page/document-reader';
import { createPdf417Reader } from './barcode/pdf417-reader';
import { judgeDocumentQuality } from './document-quality';
import { mrzAlphabet } from './ocr/ctc-decode';
import { createLineRecogniser } from './ocr/line-recogniser';
import { recogniserDictionary } from './ocr/recogniser-dictionary';
import { rememberedLines } from './ocr/remembered-lines';
import { createTextFinder } from './ocr/text-finder';
import { createZoneReader } from './onnx-document-reader';
import { createCloserLooks, createPageLooks, type PageLook } from './page/page-looks';
import { pagePicture } from './page/page-picture';
import type { FaceOnPage } from './page-shape';
import { readVisualZone } from './visual/read-visual-zone';
import { uprightPage } from './visual/upright-page';
import { createWholeDocumentReader } from './whole-document-reader';

export interface DocumentEngineDeps {
  /** The folder of the artifact `ocr-models`. */
  readonly ocrModelsDir: string;
  readonly intraOpThreads: number;
  /** Finds portraits on pages, in the given picture's pixels. */
  readonly findFaces: (look: PageLook) => Promise<readonly FaceOnPage[]>;
  /** Told each step, in one line. */
  readonly report?: (line: string) => void;
  /** Default: the UTC day. */
  readonly today?: () => string;
}

export interface DocumentEngines {
  readonly reader: Pick<DocumentReader, 'engine' | 'engineVersion'>;
  readonly readDocument: (
    document: { readonly pages: readonly DocumentPage[] },
    signal?: AbortSignal,
  ) => Promise<DocumentReading>;
  /** `document_quality` of one page. */
  readonly judgeQuality: (bytes: Buffer, signal?: AbortSignal) => Promise<CheckOutcome>;
  /** All print of a page, for proofs of address. */
  readonly readText: (bytes: Buffer, signal?: AbortSignal) => Promise<PrintedText>;
  readonly dispose: () => Promise<void>;
}

/** Loads the models once; meant for a process of its own, one document at a time. */
export async function createDocumentEngines(deps: DocumentEngineDeps): Promise<DocumentEngines> {
  const startedAt = performance.now();
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: deps.intraOpThreads,
    interOpNumThreads: 1,
    // The arena keeps every page's peak for good; without it memory falls back after each.
    enableCpuMemArena: false,
    logSeverityLevel: 3,
  };
  const recogniserModel = await readFile(join(deps.ocrModelsDir, 'PP-OCRv6_rec_small.onnx'));
  const finding = await InferenceSession.create(
    join(deps.ocrModelsDir, 'PP-OCRv6_det_small.onnx'),
    options,
  );
  const reading = await InferenceSession.create(recogniserModel, options);
  const finder = createTextFinder(finding);
  const recogniser = rememberedLines(createLineRecogniser(reading));
  const dictionary = recogniserDictionary(recogniserModel);
  const today = deps.today ?? (() => new Date().toISOString().slice(0, 10));
  const lookAt = createPageLooks(finder);
  const lookCloser = createCloserLooks(finder);
  const text = { recogniser, alphabet: latinAlphabet(dictionary) };
  const reader = createWholeDocumentReader({
    readZones: createZoneReader({
      lookAt,
      lookCloser,
      recogniser,
      alphabet: mrzAlphabet(dictionary),
      today,
    }),
    lookAt,
    lookCloser,
    readBarcode: await createPdf417Reader(),
    turnUpright: (look, signal) => uprightPage(look, { ...text, finder }, signal),
    readPrint: (look, signal) => readVisualZone(look, text, signal),
    findFaces: deps.findFaces,
    today,
  });
  deps.report?.(`document engines ready in ${Math.round(performance.now() - startedAt)} ms`);

  return {
    reader: { engine: reader.engine, engineVersion: reader.engineVersion },
    readDocument: ({ pages }, signal) => reader.readDocument(pages, signal),
    judgeQuality: async (bytes, signal) => {
      signal?.throwIfAborted();
      const picture = await pagePicture(bytes);
      const boxes = await finder.find(picture);
      signal?.throwIfAborted();
      return judgeDocumentQuality(bytes, { picture, boxes });
    },
    readText: async (bytes, signal) => {
      const picture = await pagePicture(bytes);
      const boxes = await finder.find(picture);
      return readPrintedText(picture, boxes, text, signal);
    },
    dispose: async () => {
      await finding.release();
      await reading.release();
    },
  };
}
