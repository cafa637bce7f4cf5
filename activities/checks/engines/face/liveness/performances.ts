import type { LivenessChallenge } from '../../../../../shared/domain/checks/liveness-challenge';
import { shows } from './challenge-rules';
import type { ObservedFrame } from './observed-frame';
import { photographLikeness, samePhotograph } from './same-photograph';

export interface Performance {
  readonly challenge: LivenessChallenge;
  readonly isShown: boolean;
  /** What shows it is another frame of the set, or the selfie, drawn over. */
  readonly isRedrawn: boolean;
  /** The most that a frame which shows it is one photograph with another; null where none was compared. */
  readonly likeness: number | null;
}

interface Performed {
  readonly challenge: LivenessChallenge;
  readonly frames: readonly ObservedFrame[];
}

/**
 * Movements of the whole head. A face that blinks or smiles in a head that keeps still is the same view in
 * the next picture too, and two honest frames of it are as alike as a picture and its copy.
 */
const ofTheHead: readonly LivenessChallenge[] = ['turn_left', 'turn_right', 'look_up', 'nod'];
/** Each comparison takes some 20 ms: of a burst, the frames that show it first are looked at. */
const comparedFrames = 2;

/** Which challenges were performed, and whether by a person or by a photograph. */
export function performances(
  neutral: ObservedFrame,
  challenges: readonly Performed[],
  selfie: ObservedFrame | null,
): readonly Performance[] {
  const showing = challenges.map(({ challenge, frames }) => ({
    challenge,
    frames: frames.filter((frame) => isShownBy(challenge, neutral, frame)),
  }));
  return showing.map(({ challenge, frames }) => {
    const isShown = frames.length > 0;
    if (!isShown || !ofTheHead.includes(challenge)) {
      return { challenge, isShown, isRedrawn: false, likeness: null };
    }
    // Whoever has two photographs of somebody draws the one over for each movement.
    const others = showing.flatMap((one) =>
      one.challenge === challenge ? [] : (one.frames[0] ?? []),
    );
    const [first, ...more] = frames.slice(0, comparedFrames);
    const likenesses = [
      ...[neutral, ...(selfie === null ? [] : [selfie]), ...others].map((other) =>
        likenessOf(other, first),
      ),
      ...more.map((frame) => likenessOf(neutral, frame)),
    ].filter((one) => one !== null);
    const most = likenesses.length === 0 ? null : Math.max(...likenesses);
    return { challenge, isShown, isRedrawn: isOnePhotograph(most), likeness: most };
  });
}

/** Only a face that can be known again: else anybody's could perform in between. */
export function isShownBy(
  challenge: LivenessChallenge,
  { face: neutral }: ObservedFrame,
  { face }: ObservedFrame,
): boolean {
  return neutral !== null && face?.embedding != null && shows(challenge, neutral, face);
}

function likenessOf(one: ObservedFrame, other: ObservedFrame | undefined): number | null {
  if (one.look === null || other?.look == null) return null;
  return photographLikeness(one.look.plane, other.look.plane);
}

/** A face with too little in it to tell is no proof of a living one. */
function isOnePhotograph(likeness: number | null): boolean {
  return likeness === null || likeness >= samePhotograph.alike;
}
