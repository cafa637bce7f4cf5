import type { ShownColour } from './liveness-colours';

/** The colour on the screen so long after the first one was shown; null before that. */
export function colourAt(colours: readonly ShownColour[], sinceMs: number): ShownColour | null {
  const whole = colours.reduce((sum, { ms }) => sum + ms, 0);
  if (whole === 0 || sinceMs < 0) return null;
  let left = sinceMs % whole;
  for (const colour of colours) {
    if (left < colour.ms) return colour;
    left -= colour.ms;
  }
  return null;
}
