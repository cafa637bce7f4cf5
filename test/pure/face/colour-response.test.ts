import fc from 'fast-check';
import {
  chromaOf,
  colourResponse,
  type LitFrame,
} from '../../../activities/checks/engines/face/liveness/colour-response';
import { colourAt } from '../../../shared/domain/checks/colour-at';
import type { ShownColour } from '../../../shared/domain/checks/liveness-colours';
import { drawColours } from '../../../services/api/capture/draw-liveness';
import { seeded } from '../../tools/accuracy/documents/seeded';

/** The same colours of the same seed. */
function drawnOf(seed: number): readonly ShownColour[] {
  const random = seeded(seed);
  return drawColours((limit) => Math.floor(random() * limit));
}

const skin = [180, 130, 110] as const;
const timesMs = [
  300, 1_200, 2_100, 3_150, 4_050, 5_200, 6_100, 7_050, 8_200, 9_100, 10_050, 11_200,
];

/** Skin under room light, a share of which is the screen's. */
function lit(colours: readonly ShownColour[], share: number, shiftMs = 0): readonly LitFrame[] {
  return timesMs.map((sinceMs) => {
    const shown = colourAt(colours, sinceMs + shiftMs)?.rgb ?? [255, 255, 255];
    const light = shown.map((value) => 1 - share + share * (value / 255) ** 2.2);
    const seen = skin.map((value, channel) => value * (light[channel] ?? 1) ** (1 / 2.2));
    return { sinceMs, chroma: chromaOf(seen) };
  });
}

it('a face that the screen lights agrees with the colours, whichever were drawn', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const colours = drawnOf(seed);
      return colourResponse(colours, lit(colours, 0.2)) === 'agrees';
    }),
    { numRuns: 50 },
  );
});

it('a face under other colours never agrees by more than chance', () => {
  const runs = Array.from({ length: 300 }, (_, seed) =>
    colourResponse(drawnOf(seed), lit(drawnOf(seed + 1_000), 0.2)),
  );
  // One in fifty by the threshold; three times that would be a fault of the rule.
  expect(runs.filter((response) => response === 'agrees').length).toBeLessThan(runs.length * 0.06);
  expect(runs).toContain('differs');
});

it('daylight, too few frames, or one colour: unclear, which is no yes', () => {
  const colours = drawnOf(1);
  expect(colourResponse(colours, lit(colours, 0))).toBe('unclear');
  expect(colourResponse(colours, lit(colours, 0.2).slice(0, 5))).toBe('unclear');
  const one = [{ rgb: [255, 150, 150], ms: 900 }];
  expect(colourResponse(one, lit(one, 0.2))).toBe('unclear');
  expect(colourResponse([], lit(colours, 0.2))).toBe('unclear');
});
