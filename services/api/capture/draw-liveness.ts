import { randomInt } from 'node:crypto';
import {
  challengesPerCapture,
  livenessChallenges,
  type LivenessChallenge,
} from '../../../shared/domain/checks/liveness-challenge';
import {
  colourMs,
  coloursPerDraw,
  livenessHues,
  type ShownColour,
} from '../../../shared/domain/checks/liveness-colours';

/** Different ones, each order as likely as any other (the beginning of a Fisher–Yates shuffle). */
export function drawChallenges(): LivenessChallenge[] {
  const left: LivenessChallenge[] = [...livenessChallenges];
  return Array.from({ length: challengesPerCapture }).flatMap(() =>
    left.splice(randomInt(left.length), 1),
  );
}

/**
 * Each another than the one before it, the first another than the last: the sequence is shown in a ring.
 *
 * @param below a number from 0 on, below the given one, each as likely as any other
 */
export function drawColours(
  below: (limit: number) => number = (limit) => randomInt(limit),
): ShownColour[] {
  const drawn: (typeof livenessHues)[number][] = [];
  while (drawn.length < coloursPerDraw) {
    const isLast = drawn.length === coloursPerDraw - 1;
    const taken = [drawn.at(-1), isLast ? drawn[0] : undefined];
    const open = livenessHues.filter((hue) => !taken.includes(hue));
    drawn.push(...open.slice(below(open.length)).slice(0, 1));
  }
  return drawn.map((rgb) => ({
    rgb,
    ms: colourMs.least + below(colourMs.most - colourMs.least + 1),
  }));
}
