import sharp from 'sharp';
import {
  homographyBetween,
  rectangle,
  warp,
  type Point,
  type Quad,
} from '../../../shared/images/homography';
import { rasterToSharp, type Raster } from '../../../shared/images/raster';

/** How a flat page is turned into something that looks like a photograph of it. */
export interface PhotographOptions {
  /** Clockwise. */
  readonly rotationDegrees?: number;
  /** 0 flat; 0.2 = one side appears a fifth shorter than the other. */
  readonly perspective?: number;
  /** Radius of a Gaussian blur, in pixels of the finished picture. */
  readonly blurPx?: number;
  /** A lamp's reflection on the page. */
  readonly glare?: boolean;
  /** 0 as it is, 0.8 = a fifth of the light. */
  readonly darkness?: number;
  readonly jpegQuality?: number;
  /** `table`: lies on a wooden table; `fills`: the page is all there is to see. */
  readonly framing?: 'table' | 'fills';
  readonly longSidePx?: number;
  readonly format?: 'jpeg' | 'png';
  /** The same seed and options give the same bytes. */
  readonly seed?: number;
}

export async function photograph(page: Raster, options: PhotographOptions): Promise<Buffer> {
  const scene = takePicture(page, options);
  let picture = rasterToSharp(scene);
  const overlay = options.glare === true ? reflection(scene, options.seed ?? 1) : undefined;
  if (overlay !== undefined) {
    picture = sharp(
      await picture
        .composite([{ input: overlay }])
        .png({ compressionLevel: 1 })
        .toBuffer(),
    );
  }
  const light = 1 - (options.darkness ?? 0);
  if (light < 1) picture = picture.linear(light, 0);
  if (options.blurPx !== undefined && options.blurPx >= 0.3) picture = picture.blur(options.blurPx);
  return options.format === 'png'
    ? picture.png({ compressionLevel: 6 }).toBuffer()
    : picture.jpeg({ quality: options.jpegQuality ?? 90 }).toBuffer();
}

function takePicture(page: Raster, options: PhotographOptions): Raster {
  const degrees = options.rotationDegrees ?? 0;
  const corners = turned(page, degrees, options.perspective ?? 0);
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  const margin = (options.framing ?? 'table') === 'table' ? 0.12 : 0;
  const spanX = Math.max(...xs) - Math.min(...xs);
  const spanY = Math.max(...ys) - Math.min(...ys);
  const longSide = Math.max(spanX, spanY) * (1 + 2 * margin);
  const scale = (options.longSidePx ?? 1800) / longSide;
  const move = (corner: Point): Point => ({
    x: (corner.x - Math.min(...xs) + spanX * margin) * scale,
    y: (corner.y - Math.min(...ys) + spanY * margin) * scale,
  });
  const [a, b, c, d] = corners;
  const placed: Quad = [move(a), move(b), move(c), move(d)];
  const width = Math.round(spanX * (1 + 2 * margin) * scale);
  const height = Math.round(spanY * (1 + 2 * margin) * scale);
  const toPage = homographyBetween(placed, rectangle(page.width, page.height));
  return overTable(warp(page, toPage, width, height, 0), page, toPage, options.seed ?? 1);
}

/** The page's corners after the tilt, then the turn, around its middle. */
function turned(page: Raster, degrees: number, perspective: number): Quad {
  const halfWidth = page.width / 2;
  const halfHeight = page.height / 2;
  const angle = (degrees * Math.PI) / 180;
  const turn = (x: number, y: number): Point => ({
    x: x * Math.cos(angle) - y * Math.sin(angle),
    y: x * Math.sin(angle) + y * Math.cos(angle),
  });
  const short = 1 - perspective;
  return [
    turn(-halfWidth * short, -halfHeight * (1 - perspective / 2)),
    turn(halfWidth * (1 - perspective / 3), -halfHeight),
    turn(halfWidth, halfHeight),
    turn(-halfWidth, halfHeight * short),
  ];
}

/** Paints a grained table wherever the page is not. */
function overTable(
  scene: Raster,
  page: Raster,
  toPage: ReturnType<typeof homographyBetween>,
  seed: number,
): Raster {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0] = toPage;
  const random = randomFrom(seed);
  const grains = Array.from({ length: 4096 }, () => random() * 10);
  const data = Uint8Array.from(scene.data);
  for (let y = 0; y < scene.height; y += 1) {
    const grain = Math.sin(y / 9 + Math.sin(y / 41) * 4) * 8;
    for (let x = 0; x < scene.width; x += 1) {
      const noise = grains[(y * 1237 + x * 7) & 4095] ?? 0;
      const w = g * (x + 0.5) + h * (y + 0.5) + 1;
      const u = (a * (x + 0.5) + b * (y + 0.5) + c) / w;
      const v = (d * (x + 0.5) + e * (y + 0.5) + f) / w;
      if (u >= 0 && v >= 0 && u <= page.width && v <= page.height) continue;
      const index = (y * scene.width + x) * 3;
      data[index] = 104 + grain + noise;
      data[index + 1] = 76 + grain + noise;
      data[index + 2] = 52 + grain + noise;
    }
  }
  return { ...scene, data };
}

function reflection(scene: Raster, seed: number): Buffer {
  const random = randomFrom(seed + 17);
  const x = scene.width * (0.35 + random() * 0.3);
  const y = scene.height * (0.3 + random() * 0.2);
  const radius = Math.min(scene.width, scene.height) * 0.24;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${scene.width}" height="${scene.height}"><defs><radialGradient id="g"><stop offset="0" stop-color="#fff" stop-opacity="1"/><stop offset="0.55" stop-color="#fff" stop-opacity="1"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><ellipse cx="${x}" cy="${y}" rx="${radius * 1.4}" ry="${radius}" fill="url(#g)"/></svg>`,
  );
}

/** Mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
