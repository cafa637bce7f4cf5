import type { Picture } from './crop';
import type { FacePoints } from './find-points';

/** The eye from lid to lid, and a little around it. */
const patch = { wide: 24, high: 16, margin: 1.2 } as const;
/** The first point of each eye: its corners are this one and the third after it. */
const eyes = [36, 42] as const;

/**
 * How much light and dark lie side by side in the eyes: white, iris and white again. Of a closed eye a skin and
 * a line of lashes are left, which the small net of points hardly tells from open ones: on ORL a blink leaves
 * .32–.66 of it, and no other movement of a still head less than .64.
 */
export function eyeDetail(picture: Picture, points: FacePoints): number {
  return (detailOf(picture, points, eyes[0]) + detailOf(picture, points, eyes[1])) / 2;
}

function detailOf(picture: Picture, points: FacePoints, corner: number): number {
  const [x1, y1] = [points[corner * 2] ?? 0, points[corner * 2 + 1] ?? 0];
  const [x2, y2] = [points[(corner + 3) * 2] ?? 0, points[(corner + 3) * 2 + 1] ?? 0];
  const width = Math.hypot(x2 - x1, y2 - y1) * patch.margin;
  if (width < 1) return 0;
  const height = (width * patch.high) / patch.wide;
  const region = {
    left: (x1 + x2 - width) / 2,
    top: (y1 + y2 - height) / 2,
    width,
    height,
  };
  const drawn = picture.draw(region, patch.wide, patch.high);
  const light = (at: number): number =>
    0.3 * (drawn[at * 4] ?? 0) + 0.59 * (drawn[at * 4 + 1] ?? 0) + 0.11 * (drawn[at * 4 + 2] ?? 0);
  let [sum, steps] = [0, 0];
  for (let at = 0; at < patch.wide * patch.high; at += 1) {
    sum += light(at);
    const isBrowOrCheek = at < patch.wide * 3 || at >= patch.wide * (patch.high - 3);
    if (isBrowOrCheek || at % patch.wide === 0) continue;
    steps += Math.abs(light(at) - light(at - 1));
  }
  return sum === 0 ? 0 : steps / sum;
}
