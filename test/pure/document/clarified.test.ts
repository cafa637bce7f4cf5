import fc from 'fast-check';
import { clarified } from '../../../activities/checks/engines/document/page/page-picture';
import { rasterToSharp, type Raster } from '../../../shared/images/raster';

/** Grain, strokes and slopes of any strength: percentiles, edges and sizes all differ. */
const rasters: fc.Arbitrary<Raster> = fc
  .record({
    width: fc.integer({ min: 200, max: 400 }),
    // Flat, as each is enlarged to some two thousand pixels across.
    height: fc.integer({ min: 20, max: 60 }),
    channels: fc.constantFrom(1 as const, 3 as const),
    grain: fc.integer({ min: 0, max: 90 }),
    base: fc.integer({ min: 20, max: 200 }),
    seed: fc.integer({ min: 1, max: 2 ** 30 }),
  })
  .map(({ width, height, channels, grain, base, seed }) => {
    let state = seed;
    const data = Uint8Array.from({ length: width * height * channels }, (_, index) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      const stroke = Math.floor(index / (7 * channels)) % 5 === 0 ? 60 : 0;
      return Math.max(0, Math.min(255, base + stroke + ((state >> 8) % (grain + 1)) - grain / 2));
    });
    return { data, width, height, channels };
  });

async function inOnePipeline(picture: Raster): Promise<Raster> {
  const side = Math.max(1_800, picture.width, picture.height);
  const { data, info } = await rasterToSharp(picture)
    .greyscale()
    .normalise({ lower: 1, upper: 99 })
    .resize(side, side, { fit: 'inside', kernel: 'cubic' })
    .sharpen({ sigma: 1.5 })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 1 };
}

it('a page clarified in two steps is, pixel by pixel, what one pipeline makes of it', async () => {
  await fc.assert(
    fc.asyncProperty(rasters, async (picture) => {
      const [found, expected] = [await clarified(picture), await inOnePipeline(picture)];
      expect({ ...found, data: undefined }).toEqual({ ...expected, data: undefined });
      expect(Buffer.compare(found.data, expected.data)).toBe(0);
    }),
    { numRuns: 8 },
  );
}, 60_000);
