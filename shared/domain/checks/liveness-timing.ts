import { z } from 'zod';
import { challengesPerCapture, framesPerChallenge } from './liveness-challenge';

/** More than a nonce lives by far: who sends the time of day has misread the field. */
const mostMs = 600_000;
const sinceChallengeMs = z.number().int().min(-mostMs).max(mostMs);
const framesMs = z
  .array(sinceChallengeMs)
  .min(framesPerChallenge.least)
  .max(framesPerChallenge.most)
  .readonly();

/** When each frame was taken by the device's clock, in milliseconds since the challenge's answer came. */
export const livenessTimingSchema = z.object({
  neutral: sinceChallengeMs,
  challenge_1: framesMs,
  challenge_2: framesMs,
  challenge_3: framesMs,
  /** When the first colour was shown. */
  colours_from: sinceChallengeMs.optional(),
});
export type LivenessTiming = z.infer<typeof livenessTimingSchema>;

/** The times of each challenge's frames, in the challenges' order. */
export function challengeTimes(timing: LivenessTiming): readonly (readonly number[])[] {
  return [timing.challenge_1, timing.challenge_2, timing.challenge_3].slice(
    0,
    challengesPerCapture,
  );
}
