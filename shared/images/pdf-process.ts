import { z } from 'zod';
import { VerifaError } from '../domain/errors/verifa-error';
import { runBounded } from './bounded-process';

/** Twice the PDF's 72 points to the inch, within bounds: enough for a machine-readable zone on A4. */
const targetLongSidePx = 2400;
const maxScale = 4;
/** pdfium's own memory, in pages of 64 KB: the engine refuses it more. A whole 64-megapixel scan fits in. */
const wasmPages = 5_120;
const bounds = {
  timeoutMs: 10_000,
  cpuSeconds: 20,
  maxRssMb: 640,
  mostAnswerBytes: 4 * targetLongSidePx * targetLongSidePx + 1024,
};

/**
 * pdfium is synchronous WebAssembly fed with a stranger's file: 600 bytes can cost gigabytes and minutes. Images
 * are looked at before the page is drawn, also those inside forms: a drawn page is small however large they are.
 */
const source = `
// Of pdfium's FPDF_PAGEOBJ_*; what is looked at of a page that has no end is drawn, or not, within the bounds.
const [imageType, formType, deepestForm, mostObjects] = [3, 5, 8, 10000];
const { pdfiumPath, maxScale, targetLongSidePx, maxPixels, wish } = JSON.parse(process.argv[1]);
const say = (header, data) => {
  process.stdout.write(JSON.stringify(header) + '\\n');
  if (data !== undefined) process.stdout.write(data);
};
function imageTooLarge({ module, pageIdx }) {
  const size = module.wasmExports.malloc(8);
  let left = mostObjects;
  const isTooLarge = (object, depth) => {
    if ((left -= 1) < 0) return false;
    const type = module._FPDFPageObj_GetType(object);
    if (type === imageType && module._FPDFImageObj_GetImagePixelSize(object, size, size + 4)) {
      const [width, height] = new Uint32Array(module.HEAPU8.slice(size, size + 8).buffer);
      return width * height > maxPixels;
    }
    if (type !== formType || depth === deepestForm) return false;
    return some(module._FPDFFormObj_CountObjects(object), (at) =>
      isTooLarge(module._FPDFFormObj_GetObject(object, at), depth + 1));
  };
  return some(module._FPDFPage_CountObjects(pageIdx), (at) =>
    isTooLarge(module._FPDFPage_GetObject(pageIdx, at), 0));
}
function some(count, test) {
  for (let at = 0; at < count && at < mostObjects; at += 1) if (test(at)) return true;
  return false;
}
(async () => {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const { PDFiumLibrary } = require(pdfiumPath);
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(Buffer.concat(chunks));
  if (document.getPageCount() < 1) throw new Error('no page');
  const page = document.getPage(0);
  if (imageTooLarge(page)) return say({ refused: 'image_too_large' });
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(maxScale, targetLongSidePx / Math.max(originalWidth, originalHeight));
  const { width, height, data } = await page.render({ scale, render: 'bitmap', renderFormFields: true });
  say({ width, height }, wish === 'draw' ? data : undefined);
})().catch(() => say({ refused: 'invalid_image' }));
`;

const headerSchema = z.union([
  z.object({ refused: z.enum(['invalid_image', 'image_too_large']) }),
  z.object({ width: z.number().int().positive(), height: z.number().int().positive() }),
]);

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha; empty unless the page was to be drawn. */
  readonly pixels: Buffer;
}

/**
 * Draws the first page; `measure` keeps the picture to itself, so that what is accepted by it can be drawn.
 *
 * @throws VerifaError invalid_image for what opens not, or not within the bounds; image_too_large
 */
export async function readPdfPage(
  bytes: Buffer,
  wish: 'draw' | 'measure',
  maxPixels: number,
): Promise<PdfPage> {
  const settings = {
    wish,
    maxPixels,
    maxScale,
    targetLongSidePx,
    pdfiumPath: require.resolve('@hyzyla/pdfium'),
  };
  const nodeFlags = [`--wasm-max-mem-pages=${String(wasmPages)}`];
  const said = await runBounded({ source, settings, nodeFlags, bounds }, bytes).catch(
    (cause: unknown) => {
      throw new VerifaError('invalid_image', { cause });
    },
  );
  const end = said.indexOf('\n');
  if (end < 0) throw new VerifaError('invalid_image');
  const header = headerSchema.parse(JSON.parse(said.toString('utf8', 0, end)));
  if ('refused' in header) throw new VerifaError(header.refused);
  return { ...header, pixels: said.subarray(end + 1) };
}
