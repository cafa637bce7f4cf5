/** What a person can be asked to do in front of the camera; three different ones a time (`3-capture.md`). */
export const livenessChallenges = [
  'blink',
  'smile',
  'turn_left',
  'turn_right',
  'look_up',
  'nod',
  'open_mouth',
] as const;
export type LivenessChallenge = (typeof livenessChallenges)[number];

export const challengesPerCapture = 3;

/** Frames a challenge is shown by: a movement needs two looks at least. */
export const framesPerChallenge = { least: 2, most: 5 } as const;
