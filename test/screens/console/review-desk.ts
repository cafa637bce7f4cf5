import { z } from 'zod';
import { livenessChallenges } from '../../../shared/domain/checks/liveness-challenge';
import { defaultWorkflow } from '../../../shared/domain/graph/default-workflow';
import { isId, type CaseId, type SessionId } from '../../../shared/domain/ids';
import { setReviewStage, type ReviewStage } from '../../api/cases/review-stage';
import { atDocument, newLink, type CaptureLink } from '../../api/capture/capture-link';
import { livenessForm } from '../../api/capture/liveness-form';
import { text, type Answer } from '../../processes/api-caller';
import { facePicture, passportPicture } from './drawn-pictures';

interface OpenCase {
  readonly sessionId: SessionId;
  readonly caseId: CaseId;
}

export interface ReviewDesk extends ReviewStage {
  /** A case with pictures: a passport whose front was sent twice, a selfie, liveness frames. */
  withPictures(): Promise<OpenCase>;
}

const challengeSchema = z.object({
  nonce: z.string(),
  challenges: z.array(z.enum(livenessChallenges)),
});

/** The API behind reviewers' screens, with cases whose pictures can be looked at. */
export async function setReviewDesk(): Promise<ReviewDesk> {
  const stage = await setReviewStage({ countFaces: () => Promise.resolve(1) });
  const requirements = { ...defaultWorkflow.requirements, liveness: true };
  await stage.api.db
    .updateTable('workflow_versions')
    .set({ definition: JSON.stringify({ ...defaultWorkflow, requirements }) })
    .execute();
  return {
    ...stage,
    async withPictures() {
      const link = await newLink(stage.api);
      await atDocument(link);
      for (const name of ['MUSTERMAN', 'MUSTERMANN']) {
        done(await link.upload('documents', await passportPicture(name), { side: 'front' }));
      }
      done(await link.upload('selfie', await facePicture(0)));
      await performLiveness(link);
      done(await link.post('complete'));
      const { id: sessionId } = link;
      if (!isId('session', sessionId)) throw new Error('no session');
      await stage.reached(sessionId, 'under_review');
      const session = await stage.ask('GET', `/sessions/${sessionId}`);
      const caseId = text(session.body, 'case_id');
      if (!isId('case', caseId)) throw new Error('no case');
      return { sessionId, caseId };
    },
  };
}

async function performLiveness(link: CaptureLink): Promise<void> {
  const asked = await link.post('liveness/challenge');
  done(asked);
  const { nonce, challenges } = challengeSchema.parse(asked.body);
  const [neutral = Buffer.alloc(0), ...frames] = await Promise.all(
    Array.from({ length: 1 + 2 * challenges.length }, (_, index) => facePicture(3 * index - 9)),
  );
  const sets = challenges.map((_, index) => frames.slice(2 * index, 2 * index + 2));
  done(await link.post('liveness', { form: livenessForm(nonce, neutral, sets) }));
}

function done({ status, body }: Answer): void {
  if (status >= 300) throw new Error(`${String(status)} ${JSON.stringify(body)}`);
}
