import sharp from 'sharp';
import type { SpecimenOptions } from '../../../../services/local/specimen';
import { seeded } from './seeded';

/** A way to take a picture badly; the aim of the issue holds for the first five. */
export interface Degradation {
  readonly name: string;
  readonly aimed: boolean;
  /** Documents of each format. */
  readonly pictures: number;
  readonly options: (index: number, count: number) => SpecimenOptions;
  /** Standard deviation of grey noise, of 255. */
  readonly noise?: number;
}

const easy = 16;
const hard = 8;

export const degradations: readonly Degradation[] = [
  { name: 'clean', aimed: true, pictures: easy, options: () => ({}) },
  { name: 'JPEG 60', aimed: true, pictures: easy, options: () => ({ jpegQuality: 60 }) },
  {
    name: 'rotated, 0–360°',
    aimed: true,
    pictures: 32,
    // Exact quarter turns among them: there a line's direction is a matter of rounding.
    options: (index, count) => ({ rotationDegrees: (index * 360) / count }),
  },
  {
    name: 'perspective, 0.08–0.2',
    aimed: true,
    pictures: easy,
    options: (index, count) => ({
      perspective: 0.08 + (0.12 * index) / (count - 1),
      rotationDegrees: ((index * 7) % 21) - 10,
    }),
  },
  {
    name: 'light blur, 0.8–1.4 px',
    aimed: true,
    pictures: easy,
    options: (index, count) => ({ blurPx: 0.8 + (0.6 * index) / (count - 1) }),
  },
  {
    name: 'strong blur, 3–6 px',
    aimed: false,
    pictures: hard,
    options: (index, count) => ({ blurPx: 3 + (3 * index) / (count - 1) }),
  },
  { name: 'glare', aimed: false, pictures: hard, options: () => ({ glare: true }) },
  {
    name: 'dark, a sixteenth of the light',
    aimed: false,
    pictures: hard,
    options: () => ({ darkness: 0.9375 }),
    noise: 4,
  },
  {
    name: 'low resolution, 700–420 px',
    aimed: false,
    pictures: hard,
    options: (index, count) => ({ longSidePx: Math.round(700 - (280 * index) / (count - 1)) }),
  },
  { name: 'noise, σ 60', aimed: false, pictures: hard, options: () => ({}), noise: 60 },
];

/** The picture with grey noise over it, as a small sensor's in the dark. */
export async function withNoise(
  bytes: Buffer,
  deviation: number | undefined,
  seed: number,
): Promise<Buffer> {
  if (deviation === undefined) return bytes;
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const random = seeded(seed);
  for (let at = 0; at < data.length; at += info.channels) {
    // Three dice are near enough to a bell, and far cheaper.
    const shift = (random() + random() + random() - 1.5) * 2 * deviation;
    for (let channel = 0; channel < info.channels; channel += 1) {
      const value = (data[at + channel] ?? 0) + shift;
      data[at + channel] = Math.max(0, Math.min(255, value));
    }
  }
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } }).jpeg({ quality: 85 }).toBuffer();
}
