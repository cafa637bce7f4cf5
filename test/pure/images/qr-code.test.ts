import fc from 'fast-check';
import { toBuffer } from 'qrcode';
import sharp from 'sharp';
import { qrCode } from '../../../services/api/sessions/qr-code';
import { oneBitPng } from '../../../shared/images/one-bit-png';

const prefix = 'data:image/png;base64,';

async function pixels(png: Buffer): Promise<{ data: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(png, { failOn: 'warning' })
    .toColourspace('b-w')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

describe("a link's QR code", () => {
  it('is pixel by pixel what the package draws, with four modules of quiet zone', async () => {
    const link = fc.webUrl({ withQueryParameters: true }).filter((url) => url.length < 400);
    await fc.assert(
      fc.asyncProperty(link, async (url) => {
        const ours = qrCode(url);
        expect(ours.startsWith(prefix)).toBe(true);
        const drawn = await pixels(Buffer.from(ours.slice(prefix.length), 'base64'));
        const expected = await pixels(
          await toBuffer(url, { errorCorrectionLevel: 'M', margin: 4, scale: 4 }),
        );
        expect([drawn.width, drawn.height]).toEqual([expected.width, expected.height]);
        expect(drawn.data.equals(expected.data)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('takes less than a kilobyte for a capture link', () => {
    const url = `https://verify.example.com/verify/${'x'.repeat(43)}`;
    expect(qrCode(url).length).toBeLessThan(1_024);
  });
});

describe('a picture of one bit a pixel', () => {
  it('is read back by another decoder as it was given, at any size', async () => {
    const drawing = fc.integer({ min: 1, max: 40 }).chain((side) =>
      fc.record({
        side: fc.constant(side),
        isBlack: fc.array(fc.boolean(), { minLength: side * side, maxLength: side * side }),
        modulePx: fc.integer({ min: 1, max: 5 }),
        margin: fc.integer({ min: 0, max: 5 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(drawing, async ({ side, isBlack, modulePx, margin }) => {
        const { data, width, height } = await pixels(
          oneBitPng({ side, isBlack }, { modulePx, margin }),
        );
        const sidePx = (side + 2 * margin) * modulePx;
        expect([width, height]).toEqual([sidePx, sidePx]);
        const expected = Buffer.alloc(sidePx * sidePx, 255);
        for (let y = 0; y < side * modulePx; y += 1) {
          for (let x = 0; x < side * modulePx; x += 1) {
            const at = Math.floor(y / modulePx) * side + Math.floor(x / modulePx);
            if (isBlack[at] === true) {
              expected[(y + margin * modulePx) * sidePx + x + margin * modulePx] = 0;
            }
          }
        }
        expect(data.equals(expected)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
