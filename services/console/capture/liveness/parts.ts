import type { LivenessTiming } from '../../../../shared/domain/checks/liveness-timing';
import { framesPerChallenge } from '../../../../shared/domain/checks/liveness-challenge';
import type { PerformedSet } from './performing';
import type { TakenFrame } from './sample';

/** One part of a multipart body (`upload/send.ts`). */
export interface LivenessPart<Picture> {
  readonly name: string;
  readonly value: string | Picture;
}

export interface Sending {
  readonly nonce: string;
  /** When the first colour was shown; null where none were. */
  readonly coloursFromMs: number | null;
  /** False where the nonce is not the one that the frames were taken under: its times would not fit. */
  readonly isTimed: boolean;
  /** Fewer where a connection was too slow for all of them. */
  readonly framesEach: number;
}

/** The set as the server takes it (`3-capture.md`): `timing` before the frames, in their order. */
export function livenessParts<Picture>(
  performed: PerformedSet<Picture>,
  { nonce, coloursFromMs, isTimed, framesEach }: Sending,
): readonly LivenessPart<Picture>[] {
  const challenges = performed.challenges.map((frames) => middleOf(frames, framesEach));
  const timing = timingOf({ neutral: performed.neutral, challenges }, coloursFromMs);
  return [
    { name: 'nonce', value: nonce },
    ...(isTimed ? [{ name: 'timing', value: JSON.stringify(timing) }] : []),
    { name: 'neutral', value: performed.neutral.picture },
    ...challenges.flatMap((frames, index) =>
      frames.map(({ picture }) => ({ name: `challenge_${String(index + 1)}`, value: picture })),
    ),
  ];
}

function timingOf<Picture>(
  { neutral, challenges }: PerformedSet<Picture>,
  coloursFromMs: number | null,
): LivenessTiming {
  const at = (index: number): number[] =>
    (challenges[index] ?? []).map(({ atMs }) => Math.round(atMs));
  return {
    neutral: Math.round(neutral.atMs),
    challenge_1: at(0),
    challenge_2: at(1),
    challenge_3: at(2),
    ...(coloursFromMs === null ? {} : { colours_from: Math.round(coloursFromMs) }),
  };
}

/** The extreme lies in the middle of a challenge's frames: those around it stay. */
function middleOf<Picture>(
  frames: readonly TakenFrame<Picture>[],
  count: number,
): readonly TakenFrame<Picture>[] {
  const kept = Math.max(count, framesPerChallenge.least);
  const start = Math.max(Math.floor((frames.length - kept) / 2), 0);
  return frames.slice(start, start + kept);
}
