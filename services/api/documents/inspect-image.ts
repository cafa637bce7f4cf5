import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import {
  formatByContent,
  isHeif,
  mimeTypeByFormat,
  type ImageFormat,
} from '../../../shared/images/image-format';
import { maxPixels } from '../../../shared/images/max-pixels';
import { openImage } from '../../../shared/images/open-image';
import type { PageSize } from '../../../shared/images/pdf-first-page';
import { decodeJudged } from '../../../shared/images/quality-hints';
import type { Raster } from '../../../shared/images/raster';

/** Below this no machine-readable zone and no face can be read; the selfie asks for more (480). */
export const minimumShortSidePx = 200;
const decodeTimeoutSeconds = 10;

const heifDetail =
  'This is a HEIC or AVIF picture. Send it as JPEG: a web page gets one with <input accept="image/jpeg">, ' +
  'an iPhone takes them with Settings, Camera, Formats, Most Compatible.';

export interface InspectedImage {
  readonly format: ImageFormat;
  /** Upright: EXIF orientation is already counted in. For a PDF, the first page as it will be drawn. */
  readonly width: number;
  readonly height: number;
  readonly mimeType: string;
}

export interface InspectOptions {
  readonly minimumShortSidePx?: number;
  /** How large a PDF's first page is. Without it a PDF is refused by its signature, and never parsed. */
  readonly measurePdf?: ((bytes: Buffer) => Promise<PageSize>) | undefined;
}

/**
 * Decides whether a file may be stored. Order matters: signature, whether such a file is taken at all, then the header's pixel count
 * (before a single pixel is decoded, so that a small file cannot claim gigabytes), then a whole
 * decode into a thumbnail, which finds truncated and corrupt data without holding the raw picture.
 */
export async function inspectImage(
  bytes: Buffer,
  options: InspectOptions = {},
): Promise<InspectedImage> {
  const image = await inspectHeader(bytes, options);
  if (image.format !== 'pdf') await decoded(() => decodeWhole(bytes));
  return image;
}

/** The same, where the picture is judged as well: from the one decoding that finds damage. `grey` is null for a PDF. */
export async function inspectToJudge(
  bytes: Buffer,
  options: InspectOptions = {},
): Promise<{ readonly image: InspectedImage; readonly grey: Raster | null }> {
  const image = await inspectHeader(bytes, options);
  if (image.format === 'pdf') return { image, grey: null };
  return { image, grey: await decoded(() => decodeJudged(bytes, decodeTimeoutSeconds)) };
}

async function inspectHeader(bytes: Buffer, options: InspectOptions): Promise<InspectedImage> {
  const format = formatByContent(bytes);
  if (format === undefined) {
    throw new VerifaError('unsupported_file_type', isHeif(bytes) ? { detail: heifDetail } : {});
  }
  const { width, height } =
    format === 'pdf' ? await pageSize(bytes, options) : await imageHeader(bytes, format);

  if (Math.min(width, height) < (options.minimumShortSidePx ?? minimumShortSidePx)) {
    throw new VerifaError('image_too_small');
  }
  return { format, width, height, mimeType: mimeTypeByFormat[format] };
}

async function pageSize(bytes: Buffer, { measurePdf }: InspectOptions): Promise<PageSize> {
  if (measurePdf !== undefined) return measurePdf(bytes);
  throw new VerifaError('unsupported_file_type', { detail: 'Send a JPEG, PNG or WebP picture.' });
}

async function imageHeader(
  bytes: Buffer,
  format: ImageFormat,
): Promise<{ width: number; height: number }> {
  const header = await openImage(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw new VerifaError('invalid_image', { cause });
    });
  // The decoder has to agree with the signature, or two parsers see two different files.
  if (header.format !== format) throw new VerifaError('invalid_image');
  if (header.width * header.height > maxPixels) throw new VerifaError('image_too_large');
  return header.autoOrient;
}

async function decodeWhole(bytes: Buffer): Promise<void> {
  await openImage(bytes, { limitInputPixels: maxPixels, sequentialRead: true })
    .timeout({ seconds: decodeTimeoutSeconds })
    .resize(64, 64, { fit: 'fill' })
    .raw()
    .toBuffer();
}

async function decoded<T>(decode: () => Promise<T>): Promise<T> {
  try {
    return await decode();
  } catch (cause) {
    throw new VerifaError('invalid_image', { cause });
  }
}
