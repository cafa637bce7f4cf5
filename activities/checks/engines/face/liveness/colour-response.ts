import { colourAt } from '../../../../../shared/domain/checks/colour-at';
import type { ShownColour } from '../../../../../shared/domain/checks/liveness-colours';

/** Log of red over green and of blue over green, of light and not of code values: what colour light has. */
export type Chroma = readonly [number, number];

export interface LitFrame {
  /** Since the first colour was shown. */
  readonly sinceMs: number;
  readonly chroma: Chroma;
}

/**
 * `agrees`: the face changes colour as the screen does. `differs`: it changes, and otherwise. `unclear`: it
 * hardly changes (daylight, a far screen, a grey picture) or too few frames can tell, which proves nothing.
 */
export type ColourResponse = 'agrees' | 'differs' | 'unclear';

/** Display and camera need a while: a frame so soon after a change is lit by either colour. */
const settlingMs = 120;
const leastFrames = 6;
const leastHues = 3;
/** Of log chroma: about one code value of 128. */
const leastChange = 0.012;
/** Twelve numbers that know nothing of each other correlate so by chance once in fifty. */
const agreesFrom = 0.6;
const differsBelow = 0.3;

export function colourResponse(
  colours: readonly ShownColour[],
  frames: readonly LitFrame[],
): ColourResponse {
  const lit = frames.flatMap(({ sinceMs, chroma }) => {
    const colour = colourAt(colours, sinceMs);
    const isSettled = colour !== null && colourAt(colours, sinceMs - settlingMs) === colour;
    return isSettled ? [{ seen: chroma, shown: chromaOf(colour.rgb), hue: colour.rgb.join() }] : [];
  });
  if (lit.length < leastFrames || new Set(lit.map(({ hue }) => hue)).size < leastHues) {
    return 'unclear';
  }
  const seen = centred(lit.map((one) => one.seen));
  const shown = centred(lit.map((one) => one.shown));
  const change = Math.sqrt(dot(seen, seen) / seen.length);
  if (change < leastChange) return 'unclear';
  const alike = dot(seen, shown) / Math.sqrt(dot(seen, seen) * dot(shown, shown));
  if (alike >= agreesFrom) return 'agrees';
  return alike < differsBelow ? 'differs' : 'unclear';
}

/** Code values as light: a display's and a camera's gamma. */
export function chromaOf(rgb: readonly number[]): Chroma {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => ((value + 1) / 256) ** 2.2);
  return [Math.log(red / green), Math.log(blue / green)];
}

/** Both numbers of all frames in one row, each without its mean. */
function centred(all: readonly Chroma[]): readonly number[] {
  return [0, 1].flatMap((part) => {
    const values = all.map((chroma) => chroma[part] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  });
}

function dot(one: readonly number[], two: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (two[index] ?? 0), 0);
}
