import sharp from 'sharp';
import { deflateSync } from 'node:zlib';
import type { ErrorCode } from '../../shared/domain/errors/catalogue';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import {
  inspectImage,
  inspectToJudge,
  type InspectOptions,
} from '../../services/api/documents/inspect-image';
import { hintsOf, qualityHints } from '../../shared/images/quality-hints';
import { decodeRgb } from '../../activities/checks/engines/face/rgb-picture';
import { traceImage } from '../../activities/checks/engines/forensics/trace-image';
import { maxPixels } from '../../shared/images/max-pixels';
import { decodeRaster } from '../../shared/images/raster';
import { pdfFirstPage, pdfFirstPageSize } from '../../shared/images/pdf-first-page';

/** Noise, so that the compressed data is long and cutting it cuts something. */
function picture(width = 640, height = 480): sharp.Sharp {
  const raw = Buffer.alloc(width * height * 3);
  for (let index = 0; index < raw.length; index += 1) raw[index] = (index * 2_654_435_761) >>> 24;
  return sharp(raw, { raw: { width, height, channels: 3 } });
}

/** Both ways of inspecting a file accept and refuse the same. */
async function refusal(
  bytes: Buffer,
  minimumShortSidePx?: number,
): Promise<ErrorCode | 'accepted'> {
  const options = {
    measurePdf: pdfFirstPageSize,
    ...(minimumShortSidePx === undefined ? {} : { minimumShortSidePx }),
  };
  const [kept, judged] = [
    await outcomeOf(inspectImage, bytes, options),
    await outcomeOf(inspectToJudge, bytes, options),
  ];
  expect(judged).toBe(kept);
  return kept;
}

async function outcomeOf(
  inspect: (bytes: Buffer, options: InspectOptions) => Promise<unknown>,
  bytes: Buffer,
  options: InspectOptions,
): Promise<ErrorCode | 'accepted'> {
  try {
    await inspect(bytes, options);
    return 'accepted';
  } catch (error) {
    if (error instanceof VerifaError) return error.code;
    throw error;
  }
}

function crc32(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A valid header that claims a size, with hardly any data behind it. */
function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1024))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pdfWithBox(width: number, height: number): Buffer {
  const content = `0 0 0 rg 0 0 ${width / 2} ${height} re f`;
  const bodies = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = bodies.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 5\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(
    `${text}${table}trailer\n<</Root 1 0 R/Size 5>>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

describe('a file is accepted by its content', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('%s with its size and type', async (format) => {
    const bytes = await picture().toFormat(format).toBuffer();
    await expect(inspectImage(bytes)).resolves.toEqual({
      format,
      width: 640,
      height: 480,
      mimeType: `image/${format}`,
    });
  });

  it('counts an EXIF quarter turn into width and height', async () => {
    const bytes = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    await expect(inspectImage(bytes)).resolves.toMatchObject({ width: 480, height: 640 });
  });

  it('a PDF, with the size of its first page as it will be drawn', async () => {
    const pdf = pdfWithBox(600, 400);
    await expect(inspectImage(pdf, { measurePdf: pdfFirstPageSize })).resolves.toEqual({
      format: 'pdf',
      width: 2400,
      height: 1600,
      mimeType: 'application/pdf',
    });
    const { data, info } = await sharp(await pdfFirstPage(pdf))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([2400, 1600]);
    expect([data[800 * 2400 + 300], data[800 * 2400 + 2100]]).toEqual([0, 255]);
  });
});

describe('a file that is judged as well', () => {
  it.each([1, 3, 6, 8])(
    'has the same hints from the decoding that inspected it, turned by EXIF %i',
    async (orientation) => {
      const bytes = await picture(1600, 1200).withMetadata({ orientation }).jpeg().toBuffer();
      const { image, grey } = await inspectToJudge(bytes);
      expect(image).toEqual(await inspectImage(bytes));
      if (grey === null) throw new Error('a JPEG has a picture to judge');
      expect(hintsOf(grey)).toEqual(await qualityHints(bytes));
    },
  );

  it('has none as a PDF, whose page nobody has drawn yet', async () => {
    const judged = await inspectToJudge(pdfWithBox(600, 400), { measurePdf: pdfFirstPageSize });
    expect(judged).toMatchObject({ image: { format: 'pdf' }, grey: null });
  });
});

/** Baseline, with the end of its spectral selection 0 for 63, as the selfie cameras of some phones write it. */
async function phoneJpeg(): Promise<Buffer> {
  const bytes = await picture().jpeg({ progressive: false }).toBuffer();
  const scan = bytes.indexOf(Buffer.from([0xff, 0xda]));
  bytes[scan + 6 + 2 * (bytes[scan + 4] ?? 0)] = 0;
  return bytes;
}

describe('what a decoder only remarks on is no fault of the picture', () => {
  it('a phone’s JPEG with a wrong end of spectral selection is taken, and read afterwards', async () => {
    const bytes = await phoneJpeg();
    await expect(sharp(bytes, { failOn: 'warning' }).raw().toBuffer()).rejects.toThrow();
    await expect(inspectImage(bytes)).resolves.toMatchObject({ width: 640, height: 480 });
    await expect(decodeRaster(bytes, { channels: 3 })).resolves.toMatchObject({ width: 640 });
    await expect(decodeRgb(bytes)).resolves.toMatchObject({ width: 640 });
    await expect(traceImage(bytes)).resolves.toMatchObject({ screenshot: false });
  });
  it('a JPEG with damage in the middle is decoded as far as it goes: the checks judge what is to be seen', async () => {
    const bytes = await picture().jpeg().toBuffer();
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 400);
    await expect(refusal(bytes)).resolves.toBe('accepted');
    await expect(decodeRaster(bytes, { channels: 3 })).resolves.toMatchObject({ width: 640 });
  });
});

describe('a file is refused', () => {
  it.each(['heic', 'mif1', 'avif'])('%s: with what to do instead', async (brand) => {
    const bytes = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from(`ftyp${brand}\0\0\0\0${brand}`, 'latin1'),
    ]);
    await expect(refusal(bytes)).resolves.toBe('unsupported_file_type');
    await expect(inspectImage(bytes)).rejects.toThrow(/Send it as JPEG/);
  });

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"></svg>'],
    ['HTML', '<!doctype html><title>passport.jpg</title><script>1</script>'],
    ['GIF', 'GIF89a\x01\x00\x01\x00\x00\x00\x00;'],
    ['an empty file', ''],
    ['a PDF header behind other bytes', `${' '.repeat(20)}%PDF-1.4`],
  ])('%s: unsupported_file_type', async (_name, text) => {
    await expect(refusal(Buffer.from(text, 'latin1'))).resolves.toBe('unsupported_file_type');
  });

  it.each(['jpeg', 'png', 'webp'] as const)('a truncated %s: invalid_image', async (format) => {
    const bytes = await picture().toFormat(format).toBuffer();
    const cut = bytes.subarray(0, Math.floor(bytes.length * 0.7));
    await expect(refusal(cut)).resolves.toBe('invalid_image');
  });

  it('a JPEG signature before HTML: invalid_image', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      Buffer.from('<html>'.repeat(50)),
    ]);
    await expect(refusal(bytes)).resolves.toBe('invalid_image');
  });

  it('a PDF that does not open: invalid_image', async () => {
    await expect(refusal(Buffer.from('%PDF-1.7 and nothing else'))).resolves.toBe('invalid_image');
  });

  it('100 megapixels, from the header alone: image_too_large', async () => {
    const bytes = pngClaiming(10_000, 10_000);
    expect(bytes.length).toBeLessThan(200);
    await expect(refusal(bytes)).resolves.toBe('image_too_large');
  });

  it('one row more than 64 megapixels is too large; 64 megapixels are only damaged here', async () => {
    await expect(refusal(pngClaiming(8000, maxPixels / 8000 + 1))).resolves.toBe('image_too_large');
    await expect(refusal(pngClaiming(8000, maxPixels / 8000))).resolves.toBe('invalid_image');
  });

  it('a short side below the minimum: image_too_small', async () => {
    const bytes = await picture(640, 479).png().toBuffer();
    await expect(refusal(bytes)).resolves.toBe('accepted');
    await expect(refusal(bytes, 480)).resolves.toBe('image_too_small');
  });
});
