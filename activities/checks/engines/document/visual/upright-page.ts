import type { Raster } from '../../../../../shared/images/raster';
import { rasterToSharp } from '../../../../../shared/images/raster';
import { directingBox } from '../ocr/line-direction';
import { alongside, boxQuad, type TextBox } from '../ocr/text-boxes';
import type { TextFinder } from '../ocr/text-finder';
import type { PageLook } from '../page/page-looks';
import type { VisualZoneReader } from './visual-zone-reader';

/** Which way up the page lies is told by lines that are long enough to be one or the other. */
const directionAspect = 4;
const longestAspect = 16;
const directionLines = 5;
/** Nearer than this the two ways are not told apart, and no line is worth anything. */
const leastLead = 0.1;
/** So far apart that no further line is asked. */
const plainLead = 0.8;

/**
 * The page turned by quarters until it can be read, and its text found again where it was turned: of lines
 * that stand on end the finder cuts the ends off. Undefined where its print does not tell which way is up.
 */
export async function uprightPage(
  look: PageLook,
  reader: VisualZoneReader & { readonly finder: TextFinder },
  signal: AbortSignal | undefined,
): Promise<PageLook | undefined> {
  const line = directingBox(look.boxes);
  if (line === undefined) return undefined;
  const lead = await leadOf(look, line, reader, signal);
  if (Math.abs(lead) < leastLead) return undefined;
  const angle = lead < 0 ? line.angle + Math.PI : line.angle;
  const quarters = (4 + Math.round(-angle / (Math.PI / 2))) % 4;
  if (quarters === 0) return look;
  signal?.throwIfAborted();
  const picture = await turned(look.picture, quarters);
  return { picture, boxes: await reader.finder.find(picture) };
}

/** How much better the page is read as it lies than upside down. */
async function leadOf(
  { picture, boxes }: PageLook,
  direction: TextBox,
  { recogniser, alphabet }: VisualZoneReader,
  signal: AbortSignal | undefined,
): Promise<number> {
  const certainty = async (box: TextBox, upsideDown: boolean): Promise<number> => {
    signal?.throwIfAborted();
    const line = await recogniser.read(picture, boxQuad(box, upsideDown), alphabet);
    const sum = line.certainties.reduce((total, value) => total + value, 0);
    return sum / Math.max(1, line.certainties.length);
  };
  const telling = boxes
    .filter(({ width, height }) => width / height >= directionAspect)
    .filter(({ width, height }) => width / height < longestAspect)
    .sort((a, b) => b.height - a.height)
    .slice(0, directionLines)
    .map((box) => alongside(box, direction));
  let lead = 0;
  for (const box of telling) {
    lead += (await certainty(box, false)) - (await certainty(box, true));
    if (Math.abs(lead) >= plainLead) break;
  }
  return lead;
}

async function turned(picture: Raster, quarters: number): Promise<Raster> {
  const { data, info } = await rasterToSharp(picture)
    .rotate(quarters * 90)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: picture.channels };
}
