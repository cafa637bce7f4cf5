import { z } from 'zod';

/** What the page fills the screen with, for how long; from the end on it begins again. */
export const shownColourSchema = z.strictObject({
  /** Red, green, blue. */
  rgb: z.array(z.number().int().min(0).max(255)).length(3).readonly(),
  ms: z.number().int().positive(),
});
export type ShownColour = z.infer<typeof shownColourSchema>;

/** Soft, told apart by their hue and not by their brightness: none flashes (WCAG 2.3.1). */
export const livenessHues = [
  [255, 150, 150],
  [150, 230, 150],
  [160, 180, 255],
  [240, 220, 120],
  [230, 150, 240],
  [130, 225, 235],
] as const;

/** Long enough to be remembered by no recording, short enough to come round within one challenge. */
export const coloursPerDraw = 12;
/** At most three changes a second are safe for everybody; a frame has to fall well inside of one. */
export const colourMs = { least: 500, most: 1_000 } as const;
