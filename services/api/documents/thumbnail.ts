import { z } from 'zod';
import { openImage } from '../../../shared/images/open-image';
import { inTurn } from './in-turn';

const leastWidthPx = 16;
/** A picture of 64 megapixels takes 0.2 GB and a second, on a thread of libuv's. */
const turns = { atOnce: 2, mostWaiting: 16 } as const;

interface Drawing {
  /** Called in its turn: whoever waits holds no picture. */
  readonly read: () => Promise<Buffer>;
  readonly width: number;
}

export type DrawThumbnail = (drawing: Drawing) => Promise<Buffer>;

/** The width of a thumbnail as a query carries it. */
export function thumbnailWidth(mostPx: number) {
  return z.coerce
    .number()
    .pipe(z.number().int().min(leastWidthPx).max(mostPx))
    .optional()
    .meta({ type: 'integer', minimum: leastWidthPx, maximum: mostPx });
}

/** Draws a few at once in this process, and lets a few wait; the rest is 503 with Retry-After. */
export function thumbnailsInTurn(): DrawThumbnail {
  return inTurn(turns, thumbnail);
}

/** As it is seen: turned as its camera says, and without what else the camera wrote into it. */
async function thumbnail({ read, width }: Drawing): Promise<Buffer> {
  return openImage(await read())
    .rotate()
    .resize({ width, withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toBuffer();
}
