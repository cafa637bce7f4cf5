import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { passiveSuspicious } from '../../../../activities/checks/engines/face/liveness/judge-liveness';
import type { Point } from '../../../../activities/checks/engines/face/face-engine';
import { decodeRgb, of } from '../../../../activities/checks/engines/face/rgb-picture';
import { counted, type Counted } from './challenge-rates';
import { attack, surfaces } from './drawn-attacks';
import type { LivenessBench } from './liveness-bench';

/** Of one kind of picture, the faces that the passive net doubts, of those that it looks at. */
export interface PassiveDoubts {
  readonly of: 'flesh' | 'print' | 'screen';
  readonly doubted: Counted;
  /** Too small or not sharp enough to be looked at. */
  readonly passedOver: number;
}

/** Face and surroundings, as the passive net likes them, in heights of the face. */
const cropShare = 2.7;

/** Each face of face-api's sample photographs by itself: as it is, as a print, and off a screen. */
export async function passiveDoubts(
  bench: LivenessBench,
  samplesDir: string,
): Promise<readonly PassiveDoubts[]> {
  const kinds = ['flesh', ...surfaces] as const;
  const scores = new Map(kinds.map((kind) => [kind, new Array<number | null>()]));
  for (const name of (await readdir(samplesDir)).sort()) {
    for (const face of await singleFaces(bench, await readFile(join(samplesDir, name)))) {
      for (const kind of kinds) {
        const image = kind === 'flesh' ? face : await recaptured(face, kind);
        scores.get(kind)?.push((await bench.observe(image))?.passive ?? null);
      }
    }
  }
  return kinds.map((kind) => {
    const all = scores.get(kind) ?? [];
    const seen = all.filter((score) => score !== null);
    return {
      of: kind,
      doubted: counted(seen, (score) => score < passiveSuspicious),
      passedOver: all.length - seen.length,
    };
  });
}

async function singleFaces(bench: LivenessBench, image: Buffer): Promise<readonly Buffer[]> {
  // The engine's boxes are in pixels of what it decodes, which is smaller than the photograph.
  const picture = await decodeRgb(image);
  const { width, height } = picture;
  const crops: Buffer[] = [];
  for (const { left: x, top: y, width: w, height: h } of await bench.boxes(image)) {
    const middle: Point = { x: x + w / 2, y: y + h / 2 };
    const left = Math.max(Math.round(middle.x - (w * cropShare) / 2), 0);
    const top = Math.max(Math.round(middle.y - (h * cropShare) / 2), 0);
    const crop = {
      left,
      top,
      width: Math.min(Math.round(w * cropShare), width - left),
      height: Math.min(Math.round(h * cropShare), height - top),
    };
    crops.push(await of(picture).extract(crop).png().toBuffer());
  }
  return crops;
}

/** The drawing of `drawn-attacks.ts`, colour by colour. */
async function recaptured(image: Buffer, surface: (typeof surfaces)[number]): Promise<Buffer> {
  const { data, info } = await sharp(image)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const pixels = new Uint8Array(data.length);
  for (let channel = 0; channel < 3; channel += 1) {
    const plane = Uint8Array.from(
      { length: width * height },
      (_, at) => data[at * 3 + channel] ?? 0,
    );
    const drawn = attack({ width, height, pixels: plane }, surface, 'still');
    for (const [at, value] of drawn.pixels.entries()) pixels[at * 3 + channel] = value;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}
