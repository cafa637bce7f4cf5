import type { Point } from '../face-engine';
import { of, type RgbPicture } from '../rgb-picture';
import { grown, inside, regionOf } from './crop';
import type { FacePlane } from './same-photograph';

const widthPx = 104;
const margin = 1.3;
/** The noise of the sensor and of compression goes, the features stay. */
const blurPx = 1;

/** The face and a little around it in grey, at one size. */
export async function facePlane(picture: RgbPicture, points: readonly Point[]): Promise<FacePlane> {
  const region = inside(picture, grown(regionOf(points), margin));
  const heightPx = Math.max(Math.round((region.height / region.width) * widthPx), 1);
  const { data } = await of(picture)
    .extract(region)
    .resize(widthPx, heightPx, { fit: 'fill' })
    .greyscale()
    .blur(blurPx)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    plane: {
      width: widthPx,
      height: heightPx,
      values: Float32Array.from(data.subarray(0, widthPx * heightPx)),
    },
    points: points.map(({ x, y }) => ({
      x: ((x - region.left) * widthPx) / region.width,
      y: ((y - region.top) * heightPx) / region.height,
    })),
  };
}
