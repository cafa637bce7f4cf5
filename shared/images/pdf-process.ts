import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { VerifaError } from '../errors/verifa-error';

/** Twice the PDF's 72 points to the inch, within bounds: enough for a machine-readable zone on A4. */
const targetLongSidePx = 2400;
const maxScale = 4;
const timeoutMs = 10_000;
/** Counted by the kernel, so that it ends also a process whose parent was killed. */
const cpuSeconds = 20;
/** pdfium's own memory, in pages of 64 KB: the engine refuses it more. A whole 64-megapixel scan fits in. */
const wasmPages = 5_120;
/** Of the whole process, looked at while it runs. */
const maxRssMb = 640;
const lookEveryMs = 50;
const mostAnswerBytes = 4 * targetLongSidePx * targetLongSidePx + 1024;

/**
 * pdfium is synchronous WebAssembly fed with a stranger's file: 600 bytes can cost gigabytes and minutes. It
 * runs in a process of its own, one for each file, with an empty environment. The source is text because it
 * then runs alike from `dist/` and from TypeScript under the test runner. Images are looked at before the
 * page is drawn, also those inside forms: a drawn page is small however large they are.
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
  const said = await answerOf(start({ wish, maxPixels }), bytes);
  const end = said.indexOf('\n');
  if (end < 0) throw new VerifaError('invalid_image');
  const header = headerSchema.parse(JSON.parse(said.toString('utf8', 0, end)));
  if ('refused' in header) throw new VerifaError(header.refused);
  return { ...header, pixels: said.subarray(end + 1) };
}

function start(given: { readonly wish: string; readonly maxPixels: number }): ChildProcess {
  const settings = JSON.stringify({
    ...given,
    maxScale,
    targetLongSidePx,
    pdfiumPath: require.resolve('@hyzyla/pdfium'),
  });
  const node = [`--wasm-max-mem-pages=${String(wasmPages)}`, '-e', source, settings];
  const shell = `ulimit -t ${String(cpuSeconds)}; exec "$0" "$@"`;
  return spawn('/bin/sh', ['-c', shell, process.execPath, ...node], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

/** All that the process wrote, when it ended well and within its bounds. */
async function answerOf(child: ChildProcess, bytes: Buffer): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const end = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(end, timeoutMs);
  const watch = setInterval(() => void endAbove(child, end), lookEveryMs);
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        if (code === 0) resolve(Buffer.concat(chunks));
        else reject(new Error('The PDF process ended without an answer.'));
      });
      child.stdout?.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > mostAnswerBytes) end();
        else chunks.push(chunk);
      });
      // It may be gone before it has read all.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(bytes);
    });
  } catch (cause) {
    throw new VerifaError('invalid_image', { cause });
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
  }
}

/** Where there is no /proc, pdfium's own bound stands alone. */
async function endAbove({ pid }: ChildProcess, end: () => void): Promise<void> {
  if (pid === undefined) return;
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '');
  const rssKb = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
  if (rssKb > maxRssMb * 1024) end();
}
