import { z } from 'zod';
import { livenessChallenges } from '../../../shared/domain/checks/liveness-challenge';
import { shownColourSchema } from '../../../shared/domain/checks/liveness-colours';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { appendStep } from '../../../shared/timeline/append-step';
import type { ApiDeps } from '../deps';
import { beginCapture } from '../documents/begin-capture';
import { answer } from '../http/answer';
import { file, instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import type { Route } from '../http/route';
import { captureStep, recordStep } from './capture-step';
import { inspectFrames, storeFrames } from './liveness-frames';
import { issueChallenge, openChallenge } from './liveness-nonce';
import { readLivenessUpload } from './liveness-upload';
import { requireAsked } from './require-asked';

const challenges = z.array(z.enum(livenessChallenges)).readonly();
const challengeObject = z
  .strictObject({
    nonce: z.string(),
    challenges,
    /** To be shown one after the other, and again from the first on; null where none were asked for. */
    colours: z.array(shownColourSchema).readonly().nullable(),
    expires_at: instant,
  })
  .meta({ id: 'LivenessChallenge' });
const storedFrames = z
  .strictObject({ challenges, frames: z.number().int() })
  .meta({ id: 'LivenessFrames' });
const challengeBody = z.object({
  /** The page can fill its screen with colours, which then light up the face: a still does not know them. */
  colours: z.boolean().nullish(),
});
/** As the document tells of it; `readLivenessUpload` judges it part by part. */
const framesBody = z.object({
  nonce: z.string(),
  neutral: file,
  challenge_1: z.array(file),
  challenge_2: z.array(file),
  challenge_3: z.array(file),
  /** JSON (`livenessTimingSchema`): when each frame was taken, in milliseconds since the challenge came. */
  timing: z.string().optional(),
});

/** What to perform, and the nonce under which to send it, within two minutes. */
export function challengeLiveness(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'liveness/challenge',
    standings: ['live'],
    consent: 'given',
    body: challengeBody,
    example: { colours: true },
    summary: 'Request liveness challenges; they stay the same until answered',
    answers: { 201: json(challengeObject) },
    handler: async (call) => {
      await requireAsked(deps, call.open.session, 'liveness', 'liveness');
      const issued = await recordStep(deps, call, async (trx, session, at) => {
        const withColours = call.body.colours ?? false;
        const challenge = await issueChallenge(trx, session, { withColours, at });
        const detail = { challenges: challenge.challenges.join(' ') };
        const { actor } = call;
        await appendStep(trx, session, { event: 'liveness_challenged', actor, detail, at });
        return challenge;
      });
      return answer(201, {
        nonce: issued.nonce,
        challenges: issued.challenges,
        colours: issued.colours,
        expires_at: issued.expiresAt,
      });
    },
  });
}

/** The frames that answer a challenge. What they show is judged after submit. */
export function uploadLiveness(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'liveness',
    standings: ['live'],
    consent: 'given',
    summary: 'Upload the frames of a challenge',
    answers: { 201: json(storedFrames) },
    upload: { mediaType: 'multipart/form-data', schema: framesBody },
    handler: async (call) => {
      await requireAsked(deps, call.open.session, 'liveness', 'liveness');
      const upload = await readLivenessUpload(call.request);
      const { session } = call.open;
      // Judged again under the lock; here it saves the work on frames that cannot count.
      const { challenges } = await openChallenge(deps.db, session, upload.nonce, deps.clock());
      const frames = await inspectFrames(upload);
      const faces = await deps.countFaces(upload.neutral);
      if (faces !== 1) throw new VerifaError('face_count', { extra: { faces } });
      await beginCapture(deps, session, call);
      await storeFrames(deps, call, upload, frames);
      return answer(201, { challenges, frames: frames.length });
    },
  });
}
