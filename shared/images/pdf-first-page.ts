import sharp from 'sharp';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { VerifaError } from '../errors/verifa-error';

/** Twice the PDF's 72 points to the inch, within bounds: enough for a machine-readable zone on A4. */
const targetLongSidePx = 2400;
const maxScale = 4;
const timeoutMs = 10_000;

/**
 * pdfium is synchronous WebAssembly fed with a stranger's file. It runs in a thread of its own, so
 * that a hostile PDF costs one thread for ten seconds and never the process. The thread's source is
 * text because it then runs alike from `dist/` and from TypeScript under the test runner.
 */
const threadSource = `
const { parentPort, workerData } = require('node:worker_threads');
const { PDFiumLibrary } = require(workerData.pdfiumPath);
(async () => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(workerData.bytes);
  if (document.getPageCount() < 1) throw new Error('no page');
  const page = document.getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const longSide = Math.max(originalWidth, originalHeight);
  const scale = Math.min(workerData.maxScale, workerData.targetLongSidePx / longSide);
  const width = Math.round(originalWidth * scale);
  const height = Math.round(originalHeight * scale);
  if (!workerData.render) return parentPort.postMessage({ width, height });
  const drawn = await page.render({ scale, render: 'bitmap', renderFormFields: true });
  parentPort.postMessage({ width: drawn.width, height: drawn.height, data: drawn.data });
})().catch(() => parentPort.postMessage({ failed: true }));
`;

const answerSchema = z.union([
  z.object({ failed: z.literal(true) }),
  z.object({
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    data: z.instanceof(Uint8Array).optional(),
  }),
]);

/** The first page as a PNG; `invalid_image` when it is no PDF that opens without a password. */
export async function pdfFirstPage(bytes: Buffer): Promise<Buffer> {
  const page = await runPdfThread(bytes, true);
  if (page.data === undefined) throw new VerifaError('invalid_image');
  return sharp(page.data, { raw: { width: page.width, height: page.height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 3 })
    .toBuffer();
}

/** The size `pdfFirstPage` will draw, without drawing. */
export async function pdfFirstPageSize(bytes: Buffer): Promise<{ width: number; height: number }> {
  const { width, height } = await runPdfThread(bytes, false);
  return { width, height };
}

interface PdfAnswer {
  readonly width: number;
  readonly height: number;
  readonly data?: Uint8Array | undefined;
}

async function runPdfThread(bytes: Buffer, render: boolean): Promise<PdfAnswer> {
  const thread = new Worker(threadSource, {
    eval: true,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    workerData: {
      bytes,
      render,
      maxScale,
      targetLongSidePx,
      pdfiumPath: require.resolve('@hyzyla/pdfium'),
    },
  });
  const timer = setTimeout(() => void thread.terminate(), timeoutMs);
  try {
    const message = await new Promise<unknown>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('The PDF thread ended without an answer.')));
    });
    const answer = answerSchema.parse(message);
    if ('failed' in answer) throw new VerifaError('invalid_image');
    return answer;
  } catch (cause) {
    throw cause instanceof VerifaError ? cause : new VerifaError('invalid_image', { cause });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
