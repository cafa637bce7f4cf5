import sharp from 'sharp';
import {
  drawnPortrait,
  madeUpPeople,
  type SpecimenOptions,
  type SpecimenStudio,
} from '../../../../services/local/specimen';
import type { GreyImage } from '../../../../services/console/capture/judge/grey-image';

/** What a camera sees of a made-up document that lies on a table. */
export interface Scene extends SpecimenOptions {
  readonly of: 'passport' | 'card' | 'card_back' | 'licence';
  readonly person?: number;
  /** The share of the frame's width that the document spans. */
  readonly span: number;
  readonly frame: FrameSize;
}

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** The visible parts of an upright and of a lying stage. */
export const upright: FrameSize = { width: 1080, height: 1350 };
export const lying: FrameSize = { width: 1440, height: 1080 };

/** The margin that the photograph leaves around the page, as a share of its long side. */
const table = 0.12;

export async function drawScene(studio: SpecimenStudio, scene: Scene): Promise<Buffer> {
  const person = madeUpPeople[scene.person ?? 0];
  if (person === undefined) throw new Error('nobody is made up');
  const portrait = await drawnPortrait(scene.person ?? 0);
  const longSidePx = Math.round(scene.frame.width * scene.span * (1 + 2 * table));
  const options = { ...scene, longSidePx, format: 'png' as const };
  const picture = await photographed(studio, { ...person, portrait }, scene.of, options);
  return fit(picture, scene.frame, 1 - (scene.darkness ?? 0));
}

async function photographed(
  studio: SpecimenStudio,
  person: Parameters<SpecimenStudio['drawPassport']>[0],
  of: Scene['of'],
  options: SpecimenOptions,
): Promise<Buffer> {
  if (of === 'passport') return studio.drawPassport(person, options);
  if (of === 'licence') return (await studio.drawLicence(person, options)).front;
  const card = await studio.drawIdCard(person, options);
  return of === 'card' ? card.front : card.back;
}

/** Lays the picture onto as much table as the frame shows. */
async function fit(picture: Buffer, frame: FrameSize, light: number): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const cut = await sharp(picture)
    .extract({
      left: Math.max(0, Math.floor((width - frame.width) / 2)),
      top: Math.max(0, Math.floor((height - frame.height) / 2)),
      width: Math.min(width, frame.width),
      height: Math.min(height, frame.height),
    })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const lit = await sharp(await drawTable(frame))
    .linear(light, 0)
    .png()
    .toBuffer();
  return sharp(lit)
    .composite([{ input: cut, gravity: 'centre' }])
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** An empty table, of the wood that the photographs lie on. */
export async function drawTable(frame: FrameSize): Promise<Buffer> {
  const { width, height } = frame;
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const grain = Math.sin(y / 9 + Math.sin(y / 41) * 4) * 8;
    for (let x = 0; x < width; x += 1) {
      const noise = (((x * 7919 + y * 104_729) >> 3) % 11) - 1;
      const at = (y * width + x) * 3;
      data[at] = 104 + grain + noise;
      data[at + 1] = 76 + grain + noise;
      data[at + 2] = 52 + grain + noise;
    }
  }
  const raw = { width, height, channels: 3 as const };
  return sharp(data, { raw }).png({ compressionLevel: 1 }).toBuffer();
}

/** A hand that is held over the table, with nothing in it. */
export async function drawHand(frame: FrameSize): Promise<Buffer> {
  const fingers = [0, 1, 2, 3]
    .map((at) => `<rect x="${30 + at * 11}" y="${18 - at * 2}" width="9" height="45" rx="4.5"/>`)
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="${frame.width}" height="${frame.height}"><g fill="#d9a58a" transform="rotate(8 50 50)">${fingers}<rect x="29" y="50" width="45" height="60" rx="16"/><rect x="14" y="56" width="30" height="11" rx="5" transform="rotate(-38 29 60)"/></g></svg>`;
  return sharp(await drawTable(frame))
    .composite([{ input: Buffer.from(svg) }])
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** An empty sheet of paper: straight sides and nothing on it. */
export async function drawBlankSheet(frame: FrameSize): Promise<Buffer> {
  const width = Math.round(frame.width * 0.85);
  const sheet = { width, height: Math.round(width / 1.42), channels: 3 as const };
  const paper = sharp({ create: { ...sheet, background: '#e8e8e8' } }).png();
  return sharp(await drawTable(frame))
    .composite([{ input: await paper.toBuffer(), gravity: 'centre' }])
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** As the page takes it: the whole frame small, and its middle in the camera's own pixels. */
export async function asTheJudgeSeesIt(
  picture: Buffer,
): Promise<{ whole: GreyImage; detail: GreyImage }> {
  const { width, height } = await sharp(picture).metadata();
  const side = 320;
  const whole = sharp(picture).resize({ width: side, height: side, fit: 'inside' });
  const detail = sharp(picture).extract({
    left: Math.floor((width - side) / 2),
    top: Math.floor((height - side) / 2),
    width: side,
    height: side,
  });
  return { whole: await grey(whole), detail: await grey(detail) };
}

async function grey(picture: sharp.Sharp): Promise<GreyImage> {
  const { data, info } = await picture
    .removeAlpha()
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
