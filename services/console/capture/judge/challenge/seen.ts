import { assertNever } from '../../../../../shared/domain/assert-never';
import type { LivenessChallenge } from '../../../../../shared/domain/checks/liveness-challenge';
import type { FaceMeasures } from './measure-face';

/**
 * What the page takes for a challenge performed: about as much as the server asks
 * (`activities/checks/engines/face/liveness/challenge-rules.ts`), so that what is seen here is seen there too; these points
 * follow a turn a little less than the server's own. Measured on ORL: turns .08–.36 (at rest below .03), look_up .07–.27, smiles 1.07–1.40 (at rest below 1.03), blinks
 * below .66. Left and right are the person's own; frames are as the camera sees them, not mirrored as the preview.
 */
const least = {
  noseAcross: 0.08,
  noseUp: 0.08,
  noseDown: 0.08,
  mouthWide: 1.09,
  mouthOpen: 0.22,
  mouthWideOpen: 0.38,
  mouthRise: 0.1,
  /** Of the eyes' detail, what is gone when they are closed. */
  eyesClosed: 0.34,
} as const;

/** Who turns or looks down has eyes that look closed: the head has to be still, as for the server. */
const still = { across: 0.12, down: 0.12 } as const;

/**
 * How far a challenge has gone from the person's own neutral face: 0 not at all, 1 enough to be seen. Frames
 * are kept around its highest.
 */
export function extent(
  challenge: LivenessChallenge,
  neutral: FaceMeasures,
  now: FaceMeasures,
): number {
  const across = now.noseAcross - neutral.noseAcross;
  const down = now.noseDown - neutral.noseDown;
  switch (challenge) {
    case 'turn_left':
      return across / least.noseAcross;
    case 'turn_right':
      return -across / least.noseAcross;
    case 'look_up':
      return -down / least.noseUp;
    case 'nod':
      return down / least.noseDown;
    case 'smile':
      // The eyes of a turned head come together, and every mouth looks wide beside them.
      return Math.abs(across) < still.across ? widened(neutral, now) : 0;
    case 'open_mouth':
      return opened(neutral, now);
    case 'blink': {
      const isStill = Math.abs(across) < still.across && Math.abs(down) < still.down;
      return isStill ? (1 - now.eyeDetail / neutral.eyeDetail) / least.eyesClosed : 0;
    }
    default:
      return assertNever(challenge);
  }
}

function widened(neutral: FaceMeasures, now: FaceMeasures): number {
  return (now.mouthWide / neutral.mouthWide - 1) / (least.mouthWide - 1);
}

/** A smile that shows teeth parts the lips as well; only a mouth opened wide is more than that. */
function opened(neutral: FaceMeasures, now: FaceMeasures): number {
  const enough = widened(neutral, now) >= 1 ? least.mouthWideOpen : least.mouthOpen;
  return Math.min(now.mouthOpen / enough, (now.mouthOpen - neutral.mouthOpen) / least.mouthRise);
}

export function seen(
  challenge: LivenessChallenge,
  neutral: FaceMeasures,
  now: FaceMeasures,
): boolean {
  return extent(challenge, neutral, now) >= 1;
}

/** Lips further apart than this are no neutral face: the server asks for less than .08 by its own points. */
const closedMouth = 0.12;
/** Two looks at a face at rest differ by less. */
const atRest = { across: 0.04, down: 0.04, mouthWide: 0.04, eyeDetail: 0.2 } as const;

/** A face that another can be measured against: its mouth closed, and as it was a moment before. */
export function isNeutral(before: FaceMeasures, now: FaceMeasures): boolean {
  return (
    now.mouthOpen <= closedMouth &&
    Math.abs(now.noseAcross - before.noseAcross) <= atRest.across &&
    Math.abs(now.noseDown - before.noseDown) <= atRest.down &&
    Math.abs(now.mouthWide / before.mouthWide - 1) <= atRest.mouthWide &&
    // Half-closed eyes would make every open one look wide, and no blink would be seen.
    Math.abs(now.eyeDetail / before.eyeDetail - 1) <= atRest.eyeDetail
  );
}
