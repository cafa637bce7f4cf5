import { inTurn } from '../../../services/api/documents/in-turn';
import { inspectImage } from '../../../services/api/documents/inspect-image';
import { pdfFirstPage, pdfFirstPageSize } from '../../../shared/images/pdf-first-page';
import {
  doubleFlate,
  exponentialForms,
  formRecursion,
  hugeImageInForm,
  hugeImageOnPage,
  pdfOf,
  plainPdf,
} from './hostile-pdfs';

jest.setTimeout(120_000);

const hostile: readonly (readonly [string, () => Buffer | Promise<Buffer>])[] = [
  ['two Flates over 1 GB of spaces', doubleFlate],
  ['a form that draws itself', () => formRecursion],
  ['forms that draw each other 10^20 times', () => exponentialForms],
  ['an image of 900 megapixels', () => hugeImageOnPage],
  ['one inside a form', () => hugeImageInForm],
];

/** `drawn`, or the code that refuses. */
async function outcome(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'drawn',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'other'),
  );
}

it.each(hostile)('%s costs this process nothing, and at most ten seconds', async (_name, made) => {
  const pdf = await made();
  expect(pdf.length).toBeLessThan(10_000);
  const begunAt = Date.now();
  const before = process.memoryUsage.rss();
  const measured = await outcome(pdfFirstPageSize(pdf));
  expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  expect(Date.now() - begunAt).toBeLessThan(15_000);
  expect(['drawn', 'invalid_image', 'image_too_large']).toContain(measured);
  // What may be stored can be drawn, and the other way round.
  expect(await outcome(pdfFirstPage(pdf))).toBe(measured);
});

it('an image beyond 64 megapixels is refused as too large, as one in a picture is', async () => {
  for (const pdf of [hugeImageOnPage, hugeImageInForm]) {
    expect(await outcome(pdfFirstPageSize(pdf))).toBe('image_too_large');
  }
});

it('where no PDF is taken none is parsed', async () => {
  for (const [, made] of hostile.slice(1)) {
    const pdf = await made();
    const begunAt = performance.now();
    expect(await outcome(inspectImage(pdf))).toBe('unsupported_file_type');
    expect(performance.now() - begunAt).toBeLessThan(100);
  }
});

it('an ordinary page is drawn while hostile ones are being ended', async () => {
  const [page] = await Promise.all([
    pdfFirstPageSize(plainPdf),
    outcome(pdfFirstPageSize(exponentialForms)),
  ]);
  expect(page).toEqual({ width: 1800, height: 2400 });
});

it('so many at once, so many waiting, the rest 503 with Retry-After', async () => {
  let running = 0;
  let most = 0;
  const work = inTurn({ atOnce: 2, mostWaiting: 3 }, async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 20));
    running -= 1;
  });
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => work(undefined)));
  const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  expect(most).toBe(2);
  expect(refused).toHaveLength(3);
  expect(refused[0]).toMatchObject({
    code: 'temporarily_unavailable',
    retryAfterSeconds: expect.any(Number) as number,
  });
  await expect(work(undefined)).resolves.toBeUndefined();
});

it('a file that is cut off is refused', async () => {
  const cut = pdfOf({ dictionary: '', stream: Buffer.from('q') }).subarray(0, 60);
  expect(await outcome(pdfFirstPageSize(cut))).toBe('invalid_image');
});
