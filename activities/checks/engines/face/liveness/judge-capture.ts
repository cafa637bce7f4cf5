import type { LivenessChallenge } from '../../../../../shared/domain/checks/liveness-challenge';
import type { ShownColour } from '../../../../../shared/domain/checks/liveness-colours';
import type { LivenessDoubt } from '../../../../../shared/domain/checks/liveness-doubts';
import { isImpossible, isUnlikelyMotion, type CaptureTimes } from './capture-times';
import { colourResponse, type ColourResponse } from './colour-response';
import type { ObservedFrame } from './observed-frame';

/** What the device said of how it took the frames. */
export interface Capture {
  readonly times: CaptureTimes;
  /** Null where no colours were shown, or it is not known when. */
  readonly shown: { readonly colours: readonly ShownColour[]; readonly fromMs: number } | null;
}

export interface JudgedCapture {
  readonly doubts: readonly LivenessDoubt[];
  /** By which a performance's score is taken: whole only where times and colours speak for it. */
  readonly credit: number;
  readonly colours: ColourResponse | 'not_shown';
}

const credits = { untimed: 0.8, timed: 0.9, lit: 1 } as const;

export function judgeCapture(
  capture: Capture | null,
  neutral: ObservedFrame,
  challenges: readonly {
    readonly challenge: LivenessChallenge;
    readonly frames: readonly ObservedFrame[];
  }[],
): JudgedCapture {
  if (capture === null) return { doubts: [], credit: credits.untimed, colours: 'not_shown' };
  const { times, shown } = capture;
  const placed = challenges.map(({ challenge, frames }, index) => ({
    challenge,
    frames: frames.flatMap((frame, place) => {
      const atMs = times.challengesMs[index]?.[place];
      return atMs === undefined ? [] : [{ atMs, frame }];
    }),
  }));
  const first = { atMs: times.neutralMs, frame: neutral };
  const colours =
    shown === null
      ? 'not_shown'
      : colourResponse(
          shown.colours,
          [first, ...placed.flatMap((one) => one.frames)].flatMap(({ atMs, frame }) =>
            frame.look === null
              ? []
              : [{ sinceMs: atMs - shown.fromMs, chroma: frame.look.chroma }],
          ),
        );
  const impossible = isImpossible(times);
  const unlikely = placed.some(({ challenge, frames }) => {
    const [from, ...path] = [first, ...frames].flatMap(({ atMs, frame }) =>
      frame.face === null ? [] : [{ atMs, pose: frame.face.pose }],
    );
    return from !== undefined && isUnlikelyMotion(challenge, from, path);
  });
  const doubts: LivenessDoubt[] = [
    ...(impossible ? (['capture_times_impossible'] as const) : []),
    ...(unlikely ? (['motion_unlikely'] as const) : []),
    ...(colours === 'differs' ? (['colours_differ'] as const) : []),
    ...(colours === 'unclear' ? (['colours_unclear'] as const) : []),
  ];
  if (impossible || unlikely) return { doubts, credit: credits.untimed, colours };
  return { doubts, credit: colours === 'agrees' ? credits.lit : credits.timed, colours };
}
