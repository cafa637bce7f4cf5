import {
  chromaOf,
  type Chroma,
} from '../../../../activities/checks/engines/face/liveness/colour-response';
import {
  judgeCapture,
  type Capture,
} from '../../../../activities/checks/engines/face/liveness/judge-capture';
import {
  judgePictures,
  livenessReasons,
  type ObservedSet,
} from '../../../../activities/checks/engines/face/liveness/judge-liveness';
import type { ObservedFrame } from '../../../../activities/checks/engines/face/liveness/observed-frame';
import { colourAt } from '../../../../shared/domain/checks/colour-at';
import type { ShownColour } from '../../../../shared/domain/checks/liveness-colours';
import { failingDoubts, isLivenessDoubt } from '../../../../shared/domain/checks/liveness-doubts';
import { drawColours } from '../../../../services/api/capture/draw-liveness';
import { seeded } from '../documents/seeded';
import type { Counted } from './challenge-rates';

/** What the device says of its frames; the first is what the shipped workflows accept. */
export const modes = ['no times', 'times', 'times and colours'] as const;

/** Which colours light the frames: those of the draw, those of an earlier one, or none. */
export type Light = 'this draw' | 'another draw' | 'none';

/** In the order of `modes`: what passes as the shipped workflows have it, and without any doubt. */
export type PassedByMode = readonly { readonly passed: Counted; readonly undoubted: Counted }[];

const screenShare = 0.2;
const firstMs = 2_000;
const challengeMs = 2_100;
const frameMs = 700;

/**
 * What the rules say of one set in each mode. The pictures are judged once: times and colours change nothing
 * of what they show. Whoever sends recorded or drawn frames with times gives plausible ones.
 */
export function reasonsByMode(
  set: ObservedSet,
  seed: number,
  light: Light,
): readonly (readonly string[])[] {
  const pictures = judgePictures(set);
  return modes.map((mode) => {
    const colours = drawn(seed);
    const lit = mode === 'times and colours' ? litSet(set, lightOf(light, seed)) : set;
    const capture = mode === 'no times' ? null : captureOf(set, mode === 'times' ? null : colours);
    return livenessReasons(pictures, judgeCapture(capture, lit.neutral, lit.challenges));
  });
}

export function passedByMode(all: readonly (readonly (readonly string[])[])[]): PassedByMode {
  return modes.map((_, mode) => {
    const reasons = all.map((one) => one[mode] ?? []);
    const undoubted = reasons.filter(({ length }) => length === 0).length;
    return {
      passed: { events: reasons.filter(passes).length, trials: all.length },
      undoubted: { events: undoubted, trials: all.length },
    };
  });
}

/** As the shipped workflows have it (`fail_on`). */
export function passes(reasons: readonly string[]): boolean {
  return reasons.every(
    (reason) => isLivenessDoubt(reason) && failingDoubts.every((doubt) => doubt !== reason),
  );
}

function captureOf({ challenges }: ObservedSet, colours: readonly ShownColour[] | null): Capture {
  return {
    times: {
      neutralMs: frameMs,
      challengesMs: challenges.map(({ frames }, index) =>
        frames.map((_, place) => atMs(index, place)),
      ),
      elapsedMs: firstMs + (challenges.length + 1) * challengeMs,
    },
    shown: colours === null ? null : { colours, fromMs: 0 },
  };
}

function atMs(challenge: number, place: number): number {
  return firstMs + challenge * challengeMs + place * frameMs;
}

function lightOf(light: Light, seed: number): readonly ShownColour[] {
  switch (light) {
    case 'this draw':
      return drawn(seed);
    case 'another draw':
      return drawn(seed + 1_000);
    case 'none':
      return [];
  }
}

function litSet(set: ObservedSet, colours: readonly ShownColour[]): ObservedSet {
  return {
    ...set,
    neutral: litBy(set.neutral, colours, frameMs),
    challenges: set.challenges.map(({ challenge, frames }, index) => ({
      challenge,
      frames: frames.map((frame, place) => litBy(frame, colours, atMs(index, place))),
    })),
  };
}

/** ORL is grey: the colour that a screen adds to a face is added to what was measured of it. */
function litBy(frame: ObservedFrame, colours: readonly ShownColour[], at: number): ObservedFrame {
  const shown = colourAt(colours, at);
  if (frame.look === null || shown === null) return frame;
  const light = shown.rgb.map(
    (value) => 255 * (1 - screenShare + screenShare * (value / 255) ** 2.2) ** (1 / 2.2),
  );
  const [red, blue] = chromaOf(light);
  const chroma: Chroma = [frame.look.chroma[0] + red, frame.look.chroma[1] + blue];
  return { ...frame, look: { ...frame.look, chroma } };
}

/** Of each person the same each time. */
function drawn(seed: number): readonly ShownColour[] {
  const random = seeded(seed);
  return drawColours((limit) => Math.floor(random() * limit));
}
