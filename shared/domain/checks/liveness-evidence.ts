import { z } from 'zod';
import { livenessChallenges } from './liveness-challenge';

const share = z.number().nullable();

/** What was measured in one frame; all of it null where no face was found. */
export const measuredFrame = z.strictObject({
  /** 0: the neutral frame; from 1: the challenge in the order in which it was asked. */
  challenge: z.number().int().min(0),
  /** The place among the frames of its challenge, from 0. */
  position: z.number().int().min(0),
  /** Whether this frame alone shows what was asked; null for the neutral frame. */
  shows: z.boolean().nullable(),
  /** Degrees; positive to the right of the picture. */
  yaw: z.number().nullable(),
  /** Degrees; positive upwards. */
  pitch: z.number().nullable(),
  /** 0–1: how surely the face smiles, and the more open one of its eyes is open. */
  smile: share,
  eyes_open: share,
  /** Height of the gap between the lips as a share of its width. */
  mouth_open: share,
});
export type MeasuredFrame = z.output<typeof measuredFrame>;

/** What the judge of liveness leaves beside its outcome, as far as it is shown to reviewers. */
export const livenessEvidence = z.object({
  challenges: z.array(
    z.strictObject({
      challenge: z.enum(livenessChallenges),
      performed: z.boolean(),
      photograph_likeness: z.number().nullable(),
    }),
  ),
  likeness: share,
  selfie_likeness: share,
  passive: share,
  /** The device said when it took the frames. */
  timed: z.boolean(),
  /** Of attempts that were judged before frames were measured one by one there are none. */
  frames: z.array(measuredFrame).default([]),
});
