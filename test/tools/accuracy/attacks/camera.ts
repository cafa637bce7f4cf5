import {
  homographyBetween,
  rectangle,
  warp,
  type Point,
  type Quad,
} from '../../../../shared/images/homography';
import { rasterToSharp, type Raster } from '../../../../shared/images/raster';
import { seeded } from '../documents/seeded';

/** How one picture of a page is taken. */
export interface Shot {
  readonly rotationDegrees: number;
  /** How much shorter the far side appears. */
  readonly perspective: number;
  /** Of the longer side, at each edge: the table around the page. */
  readonly margin: number;
  /** The light at the darkest and at the brightest corner, of 1. */
  readonly light: readonly [number, number];
  readonly blurPx: number;
  /** Standard deviation, of 255. */
  readonly noise: number;
  readonly jpegQuality: number;
  readonly longSidePx: number;
  readonly table: readonly [number, number, number];
  /** Where a lamp is reflected, in shares of the picture. */
  readonly glare: { readonly x: number; readonly y: number; readonly radius: number } | null;
  readonly seed: number;
}

const tables = [
  [104, 76, 52],
  [58, 61, 66],
  [186, 160, 128],
  [42, 58, 84],
  [120, 124, 118],
] as const;

const longSidePx = 1600;

export function cleanShot(seed: number): Shot {
  return {
    rotationDegrees: 0,
    perspective: 0,
    margin: 0.07,
    light: [1, 1],
    blurPx: 0,
    noise: 0,
    jpegQuality: 90,
    longSidePx,
    table: tables[seed % tables.length] ?? tables[0],
    glare: null,
    seed,
  };
}

/** Held by hand over a table, in a room: what most people send. */
export function phoneShot(seed: number): Shot {
  const random = seeded(seed);
  const between = (low: number, high: number): number => low + random() * (high - low);
  return {
    rotationDegrees: between(-9, 9),
    perspective: between(0.01, 0.1),
    margin: between(0.04, 0.16),
    light: [between(0.68, 0.9), between(0.92, 1.04)],
    blurPx: between(0.3, 1.1),
    noise: between(1, 4),
    jpegQuality: Math.round(between(68, 90)),
    longSidePx: Math.round(between(1500, 2100)),
    table: tables[Math.floor(random() * tables.length)] ?? tables[0],
    glare: null,
    seed,
  };
}

export const hardships = ['dark', 'glare', 'low resolution'] as const;
export type Hardship = (typeof hardships)[number];

export function hardShot(seed: number, hardship: Hardship): Shot {
  const shot = phoneShot(seed);
  const random = seeded(seed + 1);
  switch (hardship) {
    case 'dark':
      return { ...shot, light: [0.08, 0.16], noise: 5 };
    case 'glare':
      return {
        ...shot,
        glare: { x: 0.35 + random() * 0.3, y: 0.3 + random() * 0.3, radius: 0.14 },
      };
    case 'low resolution':
      return { ...shot, longSidePx: 620 };
  }
}

export async function take(page: Raster, shot: Shot): Promise<Buffer> {
  const scene = lit(placed(page, shot), shot);
  let picture = rasterToSharp(scene);
  if (shot.blurPx >= 0.3) picture = picture.blur(shot.blurPx);
  return picture.jpeg({ quality: shot.jpegQuality }).toBuffer();
}

function placed(page: Raster, shot: Shot): Raster {
  const corners = turned(page, shot);
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [minX, minY] = [Math.min(...xs), Math.min(...ys)];
  const [spanX, spanY] = [Math.max(...xs) - minX, Math.max(...ys) - minY];
  const border = Math.max(spanX, spanY) * shot.margin;
  const scale = shot.longSidePx / (Math.max(spanX, spanY) + 2 * border);
  const at = ({ x, y }: Point): Point => ({
    x: (x - minX + border) * scale,
    y: (y - minY + border) * scale,
  });
  const [a, b, c, d] = corners;
  const width = Math.round((spanX + 2 * border) * scale);
  const height = Math.round((spanY + 2 * border) * scale);
  const toPage = homographyBetween(
    [at(a), at(b), at(c), at(d)],
    rectangle(page.width, page.height),
  );
  // Shrunk first: a camera's pixel gathers all the light that falls on it.
  const scene = warp(page, toPage, width, height, 0);
  const lies = warp(
    { data: new Uint8Array(4).fill(255), width: 2, height: 2, channels: 1 },
    homographyBetween([at(a), at(b), at(c), at(d)], rectangle(2, 2)),
    width,
    height,
    0,
  );
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    if (lies.data[pixel] !== 0) continue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const grain = Math.sin(y / 11 + Math.sin(x / 63) * 3) * 5;
    for (let channel = 0; channel < 3; channel += 1) {
      scene.data[pixel * 3 + channel] = (shot.table[channel] ?? 0) + grain;
    }
  }
  return scene;
}

function turned(page: Raster, { rotationDegrees, perspective, seed }: Shot): Quad {
  const [halfWidth, halfHeight] = [page.width / 2, page.height / 2];
  const angle = (rotationDegrees * Math.PI) / 180;
  const turn = (x: number, y: number): Point => ({
    x: x * Math.cos(angle) - y * Math.sin(angle),
    y: x * Math.sin(angle) + y * Math.cos(angle),
  });
  const short = 1 - perspective;
  // Seen from below, or from the side.
  return seed % 2 === 0
    ? [
        turn(-halfWidth * short, -halfHeight * short),
        turn(halfWidth * short, -halfHeight * short),
        turn(halfWidth, halfHeight),
        turn(-halfWidth, halfHeight),
      ]
    : [
        turn(-halfWidth * short, -halfHeight * short),
        turn(halfWidth, -halfHeight),
        turn(halfWidth, halfHeight),
        turn(-halfWidth * short, halfHeight * short),
      ];
}

/** A lamp on one side, its reflection, and the sensor's noise. */
function lit(scene: Raster, { light: [darkest, brightest], noise, glare, seed }: Shot): Raster {
  if (darkest === 1 && brightest === 1 && noise === 0 && glare === null) return scene;
  const random = seeded(seed + 7);
  const direction = random() * Math.PI * 2;
  const [dx, dy] = [Math.cos(direction), Math.sin(direction)];
  const { width, height } = scene;
  const grains = Array.from(
    { length: 8192 },
    () => (random() + random() + random() - 1.5) * 2 * noise,
  );
  const start = Math.floor(random() * 8192);
  const data = Uint8Array.from(scene.data);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const along = ((x / width - 0.5) * dx + (y / height - 0.5) * dy) / 1.42 + 0.5;
      const light = darkest + (brightest - darkest) * along;
      const shine =
        glare === null
          ? 0
          : shineAt(x / width - glare.x, (y - height * glare.y) / width, glare.radius);
      const grain = grains[(start + x * 31 + y * 7919 + ((x * y) % 613)) & 8191] ?? 0;
      for (let channel = 0; channel < 3; channel += 1) {
        const index = (y * width + x) * 3 + channel;
        const value = (data[index] ?? 0) * light + grain;
        data[index] = Math.max(0, Math.min(255, value + (255 - value) * shine));
      }
    }
  }
  return { ...scene, data };
}

function shineAt(x: number, y: number, radius: number): number {
  const distance = Math.hypot(x, y * 1.3) / radius;
  return Math.max(0, Math.min(1, (1.25 - distance) * 2.2));
}
