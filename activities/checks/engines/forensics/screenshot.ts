import type { Raster } from '../../../../shared/images/raster';

/** Width × height in pixels, upright, of phones, tablets and monitors that are or were common. */
const screens = new Set(
  [
    '640x1136 750x1334 828x1792 1080x1920 1125x2436 1170x2532 1179x2556 1206x2622 1242x2208',
    '1242x2688 1284x2778 1290x2796 1320x2868 720x1280 720x1520 720x1560 720x1600 720x1612',
    '1080x2160 1080x2220 1080x2246 1080x2280 1080x2310 1080x2312 1080x2340 1080x2376 1080x2392',
    '1080x2400 1080x2408 1080x2412 1080x2424 1080x2460 1220x2712 1440x2560 1440x2880 1440x2960',
    '1440x3040 1440x3088 1440x3120 1440x3200 1344x2992 1768x2208 1812x2176 768x1024 1536x2048',
    '1620x2160 1640x2360 1668x2224 1668x2388 2048x2732 800x1280 1200x1920 1200x2000 1600x2560',
    '768x1366 900x1440 1050x1680 1080x2560 1440x3440 1664x2560 1800x2880 1864x2880 1964x3024',
    '2160x3840 2234x3456 2880x5120 1024x1280 864x1536 720x1366 1692x3008',
  ].flatMap((line) => line.split(' ')),
);

/** A status bar or a letterbox has this many lines of one colour; a camera's noise never has. */
const leastFlatLines = 8;

export interface ScreenshotSigns {
  readonly camera: boolean;
  readonly saysScreenshot: boolean;
}

export function isScreenshot(
  picture: Raster,
  { camera, saysScreenshot }: ScreenshotSigns,
): boolean {
  if (saysScreenshot) return true;
  if (camera) return false;
  const { width, height } = picture;
  const size = `${Math.min(width, height)}x${Math.max(width, height)}`;
  return screens.has(size) && flatLines(picture) >= leastFlatLines;
}

/** The most lines of one exact colour at any of the four edges. */
export function flatLines(picture: Raster): number {
  const { width, height } = picture;
  const across = (y: number) => (step: number) => y * width + step;
  const along = (x: number) => (step: number) => step * width + x;
  return Math.max(
    run(height, (line) => isFlat(picture, width, across(line))),
    run(height, (line) => isFlat(picture, width, across(height - 1 - line))),
    run(width, (line) => isFlat(picture, height, along(line))),
    run(width, (line) => isFlat(picture, height, along(width - 1 - line))),
  );
}

function run(lines: number, isFlatLine: (line: number) => boolean): number {
  let length = 0;
  while (length < lines && isFlatLine(length)) length += 1;
  return length;
}

function isFlat(
  { data, channels }: Raster,
  steps: number,
  pixelAt: (step: number) => number,
): boolean {
  const first = pixelAt(0) * channels;
  for (let step = 1; step < steps; step += 1) {
    const pixel = pixelAt(step) * channels;
    for (let channel = 0; channel < channels; channel += 1) {
      if (data[pixel + channel] !== data[first + channel]) return false;
    }
  }
  return true;
}
