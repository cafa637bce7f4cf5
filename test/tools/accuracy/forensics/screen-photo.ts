import sharp from 'sharp';
import { homographyBetween, rectangle, type Quad } from '../../../../shared/images/homography';
import { rasterToSharp, type Raster } from '../../../../shared/images/raster';
import { seededRandom } from './seeded-random';

/** A screen in front of a camera, both made up. */
export interface ScreenPhoto {
  /** The camera's pixels for one of the screen's: 1 to 3 for a monitor at arm's length. */
  readonly pitch: number;
  readonly rotationDegrees: number;
  readonly perspective: number;
  /** The lens' blur, in the camera's pixels. */
  readonly blurPx: number;
  readonly jpegQuality: number;
  readonly longSidePx: number;
  readonly seed: number;
}

/** Where red, green and blue lie in a pixel, and the black between the rows. */
const stripe = 1 / 3;
const blackRow = 0.16;
const samples = 3;

/**
 * What a camera makes of a screen that shows a picture: every pixel of the screen is three stripes and a
 * black gap, and the camera's grid samples them a little askew; that is where moiré comes from. Light
 * is added up in a straight line and coded by a gamma of 2.2 after it.
 */
export async function photographScreen(shown: Buffer, photo: ScreenPhoto): Promise<Buffer> {
  const { longSidePx, pitch, seed } = photo;
  const { width, height } = await fitted(shown, longSidePx);
  const [screenWidth, screenHeight] = [Math.ceil(width / pitch), Math.ceil(height / pitch)];
  const screen = await sharp(shown)
    .resize(screenWidth, screenHeight, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  const light = Float32Array.from(screen, (value) => (value / 255) ** 2.2);
  const toScreen = homographyBetween(
    placed(width, height, photo),
    rectangle(screenWidth, screenHeight),
  );
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0] = toScreen;
  const random = seededRandom(seed);
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const sum = [0, 0, 0];
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const px = x + ((sample % samples) + 0.5) / samples;
        const py = y + (Math.floor(sample / samples) + 0.5) / samples;
        const w = g * px + h * py + 1;
        const u = (a * px + b * py + c) / w;
        const v = (d * px + e * py + f) / w;
        if (u < 0 || v < 0 || u >= screenWidth || v >= screenHeight) continue;
        if (v - Math.floor(v) < blackRow) continue;
        const channel = Math.min(2, Math.floor((u - Math.floor(u)) / stripe));
        const pixel = (Math.floor(v) * screenWidth + Math.floor(u)) * 3 + channel;
        // A camera's filters let some of each colour through to the others.
        for (let seen = 0; seen < 3; seen += 1) {
          sum[seen] = (sum[seen] ?? 0) + (light[pixel] ?? 0) * (seen === channel ? 2.2 : 0.35);
        }
      }
      for (let channel = 0; channel < 3; channel += 1) {
        const bright = Math.min(1, (sum[channel] ?? 0) / samples ** 2 / (1 - blackRow));
        const noise = (random() + random() - 1) * 5;
        data[(y * width + x) * 3 + channel] = Math.min(
          255,
          Math.max(0, 255 * bright ** (1 / 2.2) + noise),
        );
      }
    }
  }
  const picture: Raster = { data, width, height, channels: 3 };
  const seen = rasterToSharp(picture);
  return (photo.blurPx >= 0.3 ? seen.blur(photo.blurPx) : seen)
    .jpeg({ quality: photo.jpegQuality })
    .toBuffer();
}

async function fitted(
  picture: Buffer,
  longSidePx: number,
): Promise<{ readonly width: number; readonly height: number }> {
  const { width, height } = await sharp(picture).metadata();
  const factor = longSidePx / Math.max(width, height);
  return { width: Math.round(width * factor), height: Math.round(height * factor) };
}

/** The screen's corners in the photograph: turned a little, seen a little from the side. */
function placed(width: number, height: number, photo: ScreenPhoto): Quad {
  const angle = (photo.rotationDegrees * Math.PI) / 180;
  const short = 1 - photo.perspective;
  const turn = (x: number, y: number): { x: number; y: number } => ({
    x: width / 2 + x * Math.cos(angle) - y * Math.sin(angle),
    y: height / 2 + x * Math.sin(angle) + y * Math.cos(angle),
  });
  const [halfWidth, halfHeight] = [width / 2, height / 2];
  return [
    turn(-halfWidth, -halfHeight * short),
    turn(halfWidth, -halfHeight),
    turn(halfWidth, halfHeight),
    turn(-halfWidth, halfHeight * short),
  ];
}
