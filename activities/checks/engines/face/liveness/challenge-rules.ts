import { assertNever } from '../../../../../shared/domain/assert-never';
import type { LivenessChallenge } from '../../../../../shared/domain/checks/liveness-challenge';
import type { ObservedFace } from './observed-frame';

/**
 * What each challenge has to change between the neutral frame and one of its own. The numbers were
 * chosen on the odd people of ORL and reported on the even ones (`test/tools/accuracy/liveness`); those of
 * nod, look_up and open_mouth on drawn movements. Left and right are the person's own: the picture is as
 * the camera sees it, not mirrored as a page may show it.
 */
export const challengeRules = {
  /** Pose net and landmarks have to agree: each alone is led astray by a grimace. */
  turn: { yawDegrees: 9, noseAcross: 0.09 },
  lookUp: { pitchDegrees: 8, noseDown: -0.06 },
  nod: { pitchDegrees: -8, noseDown: 0.04 },
  smile: { least: 0.6, rise: 0.4 },
  openMouth: { least: 0.15, neutralMost: 0.08, wideOpen: 0.35 },
  /** Who looks down or away has eyes that look closed: the head has to be still. */
  blink: { openMost: 0.5, neutralLeast: 0.8, aspectMost: 0.85, yawDegrees: 10, pitchDegrees: 14 },
} as const;

/** Whether one frame shows what was asked for, measured against the neutral frame. */
export function shows(
  challenge: LivenessChallenge,
  neutral: ObservedFace,
  frame: ObservedFace,
): boolean {
  const yaw = frame.pose.yaw - neutral.pose.yaw;
  const pitch = frame.pose.pitch - neutral.pose.pitch;
  const across = frame.nose.across - neutral.nose.across;
  const down = frame.nose.down - neutral.nose.down;
  switch (challenge) {
    case 'turn_left':
      return isTurned(yaw, across);
    case 'turn_right':
      return isTurned(-yaw, -across);
    case 'look_up': {
      const { pitchDegrees, noseDown } = challengeRules.lookUp;
      return pitch >= pitchDegrees && down <= noseDown;
    }
    case 'nod': {
      const { pitchDegrees, noseDown } = challengeRules.nod;
      return pitch <= pitchDegrees && down >= noseDown;
    }
    case 'smile':
      return smiles(neutral, frame);
    case 'open_mouth':
      return opensMouth(neutral, frame);
    case 'blink': {
      const { openMost, neutralLeast, aspectMost, yawDegrees, pitchDegrees } = challengeRules.blink;
      const isStill = Math.abs(yaw) < yawDegrees && Math.abs(pitch) < pitchDegrees;
      const wasOpen = neutral.eyesOpen >= neutralLeast;
      const isClosed =
        frame.eyesOpen <= openMost && frame.eyeAspect <= neutral.eyeAspect * aspectMost;
      return isStill && wasOpen && isClosed;
    }
    default:
      return assertNever(challenge);
  }
}

function isTurned(yaw: number, across: number): boolean {
  const { yawDegrees, noseAcross } = challengeRules.turn;
  return yaw >= yawDegrees && across >= noseAcross;
}

function smiles(neutral: ObservedFace, frame: ObservedFace): boolean {
  const { least, rise } = challengeRules.smile;
  return frame.smile >= least && frame.smile - neutral.smile >= rise;
}

/** A smile that shows teeth parts the lips as well; only a mouth opened wide is more than that. */
function opensMouth(neutral: ObservedFace, frame: ObservedFace): boolean {
  const { least, neutralMost, wideOpen } = challengeRules.openMouth;
  if (neutral.mouthAspect > neutralMost || frame.mouthAspect < least) return false;
  return !smiles(neutral, frame) || frame.mouthAspect >= wideOpen;
}
