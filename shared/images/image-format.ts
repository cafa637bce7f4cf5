/** What an uploaded file may be. */
export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'pdf';

export const mimeTypeByFormat: Readonly<Record<ImageFormat, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
};

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The format by the file's first bytes, never by its name or declared type. Anything but the four
 * accepted signatures is undefined: what is not known is refused, so SVG and HTML need no rule.
 */
export function formatByContent(bytes: Buffer): ImageFormat | undefined {
  if (bytes.length < 12) return undefined;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (bytes.subarray(0, 8).equals(pngSignature)) return 'png';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') {
    return 'webp';
  }
  // ISO 32000 lets readers accept the header later in the file; that door stays shut here.
  if (bytes.toString('latin1', 0, 5) === '%PDF-') return 'pdf';
  return undefined;
}

/** Brands of HEIF's family (ISO/IEC 23008-12 annex B and the registered brands of HEVC and AV1 images). */
const heifBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis'];

/** What iPhones and some Androids store. No decoder here reads it: the sender is told what to do instead. */
export function isHeif(bytes: Buffer): boolean {
  return (
    bytes.toString('latin1', 4, 8) === 'ftyp' &&
    heifBrands.includes(bytes.toString('latin1', 8, 12))
  );
}
