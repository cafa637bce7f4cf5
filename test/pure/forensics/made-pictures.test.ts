import sharp from 'sharp';
import { fineDetail } from '../../../activities/checks/engines/forensics/fine-detail';
import { flatShare } from '../../../activities/checks/engines/forensics/flat-share';
import {
  drawnFrom,
  enlargedBelow,
} from '../../../activities/checks/engines/forensics/judge-forensics';
import type { Raster } from '../../../shared/images/raster';
import { seeded } from '../../tools/accuracy/documents/seeded';

const size = { width: 1000, height: 700 };

/** Strokes on paper, with the grain of a sensor or without. */
function page(grain: number): Raster {
  const random = seeded(7);
  const data = new Uint8Array(size.width * size.height);
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const isStroke = y % 50 < 30 && (x * 7 + Math.floor(y / 50) * 13) % 31 < 6;
      data[y * size.width + x] = (isStroke ? 60 : 200) + Math.round((random() - 0.5) * grain);
    }
  }
  return { data, ...size, channels: 1 };
}

async function pixels(picture: sharp.Sharp): Promise<Raster> {
  const { data, info } = await picture.greyscale().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 1 };
}

const opened = ({ data, width, height }: Raster): sharp.Sharp =>
  sharp(data, { raw: { width, height, channels: 1 } });

test('an enlarged thumbnail has no fine detail, also enlarged beyond what is looked at', async () => {
  const small = await opened(page(6)).resize(230).jpeg({ quality: 80 }).toBuffer();
  for (const width of [1200, 3200]) {
    const detail = await fineDetail(
      await pixels(sharp(small).resize(width, null, { kernel: 'cubic' })),
    );
    expect(detail).toBeLessThan(enlargedBelow);
  }
});

test('a picture of its own size has, also a little out of focus, shrunk, or strongly compressed', async () => {
  const pictures = [
    opened(page(6)),
    opened(page(6)).blur(1.1),
    opened(page(6)).resize(620),
    sharp(await opened(page(6)).jpeg({ quality: 60 }).toBuffer()),
  ];
  for (const picture of pictures) {
    expect(await fineDetail(await pixels(picture))).toBeGreaterThan(enlargedBelow);
  }
});

test('detail is not sought in a picture too small for it', async () => {
  expect(await fineDetail(await pixels(opened(page(6)).resize(200)))).toBeNull();
});

test('a drawing is flat, what a sensor saw is not, and overexposed paper does not count', () => {
  expect(flatShare(page(0))).toBeGreaterThan(drawnFrom);
  expect(flatShare(page(6))).toBeLessThan(0.2);
  expect(
    flatShare({ data: new Uint8Array(100 * 100).fill(255), width: 100, height: 100, channels: 1 }),
  ).toBe(0);
});
