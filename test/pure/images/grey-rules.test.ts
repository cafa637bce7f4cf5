import fc from 'fast-check';
import { brightLevel, type GreyPicture } from '../../../shared/images/grey-picture';
import {
  edgeShare,
  measureContrast,
  medianEdgeShare,
  sharpness,
  type Tile,
} from '../../../shared/images/sharpness';

const tolerance = 1e-12;

/** A picture with light, flat and busy parts, of any odd size. */
const pictures = fc
  .record({
    width: fc.integer({ min: 30, max: 140 }),
    height: fc.integer({ min: 30, max: 140 }),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    strength: fc.integer({ min: 0, max: 255 }),
  })
  .map(({ width, height, seed, strength }): GreyPicture => {
    const data = new Uint8Array(width * height);
    let state = seed;
    for (let at = 0; at < data.length; at += 1) {
      state = (state * 48_271) % 2_147_483_647;
      data[at] = ((at >> 3) + (state % (strength + 1))) % 256;
    }
    return { data, width, height };
  });

/** The definitions, word by word and as slow as they are. */
function pixel({ data, width }: GreyPicture, x: number, y: number): number {
  const value = data[y * width + x];
  if (value === undefined) throw new Error('outside the picture');
  return value;
}

function tileByDefinition(grey: GreyPicture, { left, top, tilePx }: Tile) {
  const values: number[] = [];
  const edges: number[] = [];
  for (let y = top; y < top + tilePx; y += 1) {
    for (let x = left; x < left + tilePx; x += 1) {
      const around =
        pixel(grey, x - 1, y) +
        pixel(grey, x + 1, y) +
        pixel(grey, x, y - 1) +
        pixel(grey, x, y + 1);
      values.push(pixel(grey, x, y));
      edges.push((around - 4 * pixel(grey, x, y)) ** 2);
    }
  }
  const mean = (all: readonly number[]): number =>
    all.reduce((sum, one) => sum + one, 0) / all.length;
  const variance = Math.max(0, mean(values.map((value) => value * value)) - mean(values) ** 2);
  const ratio = variance === 0 ? 0 : Math.min(1, Math.sqrt(mean(edges) / variance / 64) * 2);
  return { deviation: Math.sqrt(variance), ratio };
}

function brightByDefinition({ data }: GreyPicture): number {
  for (let level = 255; level > 0; level -= 1) {
    if (data.filter((value) => value >= level).length >= data.length * 0.05) return level;
  }
  return 0;
}

describe('the rules for a grey picture', () => {
  it('measure each tile as they are written down', () => {
    fc.assert(
      fc.property(pictures, fc.nat(), fc.nat(), (grey, x, y) => {
        const tilePx = 24;
        const left = 1 + (x % (grey.width - tilePx - 1));
        const top = 1 + (y % (grey.height - tilePx - 1));
        const measured = measureContrast(grey, { left, top, tilePx });
        const expected = tileByDefinition(grey, { left, top, tilePx });
        expect(Math.abs(measured.deviation - expected.deviation)).toBeLessThan(tolerance);
        expect(Math.abs(edgeShare(grey, measured) - expected.ratio)).toBeLessThan(tolerance);
      }),
    );
  });

  it('judge by the median edges of the two fifths of the tiles with the most contrast', () => {
    fc.assert(
      fc.property(pictures, fc.integer({ min: 0, max: 30 }), (grey, count) => {
        const tiles = Array.from({ length: count }, (_, index) => ({
          left: 1 + ((index * 7) % (grey.width - 9)),
          top: 1 + ((index * 5) % (grey.height - 9)),
          tilePx: 8,
        }));
        const contrasts = tiles.map((tile) => measureContrast(grey, tile));
        const strongest = contrasts
          .map((one) => ({ ...one, share: edgeShare(grey, one) }))
          .sort((a, b) => b.deviation - a.deviation)
          .slice(0, Math.max(4, Math.ceil(count * 0.4)))
          .map(({ share }) => share)
          .sort((a, b) => a - b);
        const expected = count < 4 ? undefined : strongest[strongest.length >> 1];
        expect(medianEdgeShare(grey, contrasts)).toBe(expected);
      }),
    );
  });

  it('find the brightness that nineteen of twenty pixels stay below', () => {
    fc.assert(
      fc.property(pictures, (grey) => {
        expect(brightLevel(grey)).toBe(brightByDefinition(grey));
      }),
    );
  });

  it('are the same for bytes in a Buffer, as the server has them, and clamped, as a page has them', () => {
    fc.assert(
      fc.property(pictures, (grey) => {
        const sent = { ...grey, data: Buffer.from(grey.data) };
        const seen = { ...grey, data: Uint8ClampedArray.from(grey.data) };
        for (const rule of [sharpness, brightLevel]) {
          expect(rule(sent)).toBe(rule(grey));
          expect(rule(seen)).toBe(rule(grey));
        }
      }),
    );
  });
});
