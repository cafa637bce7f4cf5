import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { runBounded } from '../../../shared/images/bounded-process';
import { formatByContent } from '../../../shared/images/image-format';
import { maxPixels } from '../../../shared/images/max-pixels';

/** A logo as pages show it: at twice the 256×80 CSS pixels that it has there. */
export const logoBox = { width: 512, height: 160 } as const;
export const mostLogoBytes = 64 * 1024;
const leastSidePx = 16;

const bounds = {
  timeoutMs: 8_000,
  cpuSeconds: 12,
  maxRssMb: 640,
  mostAnswerBytes: mostLogoBytes + 1024,
};

/**
 * Draws a picture anew as a PNG, so that nothing of the file but its pixels is served: no metadata, no second
 * format inside, no script. An SVG is drawn at the size that is kept: its own size costs nothing, and what it
 * draws is bounded by the box. librsvg reads a file that comes as bytes without a base address, and so loads
 * nothing that it refers to; filters and repeated elements are bounded by the process alone, since sharp's own
 * time limit does not reach into a drawing. Fewer colours until it fits: at 16 noise fits too.
 */
const source = `
const { sharpPath, format, box, leastSidePx, mostBytes, maxPixels } = JSON.parse(process.argv[1]);
const say = (header, data) => {
  process.stdout.write(JSON.stringify(header) + '\\n');
  if (data !== undefined) process.stdout.write(data);
};
(async () => {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const sharp = require(sharpPath);
  sharp.cache(false);
  sharp.concurrency(1);
  const strict = { pages: 1, failOn: 'error' };
  const header = await sharp(bytes, { ...strict, limitInputPixels: false }).metadata();
  if (header.format !== format) return say({ refused: 'invalid_image' });
  const { width, height } = header.autoOrient;
  const scale = Math.min(box.width / width, box.height / height);
  if (format === 'svg') strict.density = Math.min(100000, Math.max(1, 72 * scale));
  else if (Math.min(width, height) < leastSidePx) return say({ refused: 'image_too_small' });
  else if (width * height > maxPixels) return say({ refused: 'image_too_large' });
  const picture = sharp(bytes, { ...strict, limitInputPixels: maxPixels })
    .autoOrient()
    .resize(box.width, box.height, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  const pixels = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  for (const form of [{}, ...[256, 64, 16].map((colours) => ({ palette: true, colours }))]) {
    const { data, info } = await sharp(pixels.data, { raw: pixels.info })
      .png({ compressionLevel: 9, ...form })
      .toBuffer({ resolveWithObject: true });
    if (data.length <= mostBytes) return say({ width: info.width, height: info.height }, data);
  }
})().catch(() => say({ refused: 'invalid_image' }));
`;

const headerSchema = z.union([
  z.object({ refused: z.enum(['invalid_image', 'image_too_large', 'image_too_small']) }),
  z.object({ width: z.number().int().positive(), height: z.number().int().positive() }),
]);

export interface LogoPicture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/** @throws VerifaError unsupported_file_type, invalid_image, image_too_large, image_too_small */
export async function drawLogo(bytes: Buffer): Promise<LogoPicture> {
  const format = logoFormat(bytes);
  if (format === undefined) {
    throw new VerifaError('unsupported_file_type', {
      detail: 'Send a PNG, SVG, JPEG or WebP picture.',
    });
  }
  const settings = {
    sharpPath: require.resolve('sharp'),
    format,
    box: logoBox,
    leastSidePx,
    mostBytes: mostLogoBytes,
    maxPixels,
  };
  const said = await runBounded({ source, settings, bounds }, bytes).catch((cause: unknown) => {
    throw new VerifaError('invalid_image', { cause });
  });
  const end = said.indexOf('\n');
  if (end < 0) throw new VerifaError('invalid_image');
  const header = headerSchema.parse(JSON.parse(said.toString('utf8', 0, end)));
  if ('refused' in header) throw new VerifaError(header.refused);
  return { ...header, png: said.subarray(end + 1) };
}

function logoFormat(bytes: Buffer): 'png' | 'jpeg' | 'webp' | 'svg' | undefined {
  const format = formatByContent(bytes);
  if (format === 'pdf') return undefined;
  return format ?? (isSvg(bytes) ? 'svg' : undefined);
}

/** What may stand before the first element (XML 1.0 §2.8). */
const beforeElements = /\s+|<\?xml[^>]*>|<!--[^]*?-->|<!DOCTYPE svg[^[\]>]*(?:\[[^\]]*\]\s*)?>/;

/**
 * A document whose first element is `svg`, as far as its first kilobytes tell; the decoder has to agree. Piece by
 * piece and never back: as one expression, a row of comments can be read in more ways than there is time for.
 */
function isSvg(bytes: Buffer): boolean {
  const head = bytes.toString('utf8', 0, 4_096);
  const piece = new RegExp(beforeElements, 'iy');
  let at = 0;
  while (piece.test(head)) at = piece.lastIndex;
  return /^<svg[\s>]/i.test(head.slice(at));
}
