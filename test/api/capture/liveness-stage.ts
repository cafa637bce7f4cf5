import { z } from 'zod';
import { livenessChallenges } from '../../../shared/domain/checks/liveness-challenge';
import { shownColourSchema } from '../../../shared/domain/checks/liveness-colours';
import { defaultWorkflow } from '../../../shared/domain/graph/default-workflow';
import { startApi, type RunningApi } from '../running-api';
import { noisePicture } from '../documents/pictures';
import type { Answer } from '../../processes/api-caller';
import { consent, newLink, type CaptureLink } from './capture-link';
import { livenessForm } from './liveness-form';

const challengeSchema = z.object({
  nonce: z.string(),
  challenges: z.array(z.enum(livenessChallenges)),
  colours: z.array(shownColourSchema).nullable(),
  expires_at: z.coerce.date(),
});

/** An API whose workflow collects liveness, and who answers its challenges. */
export interface LivenessStage {
  readonly api: RunningApi;
  /** Ten frames, all different. */
  readonly frames: readonly Buffer[];
  /** Each challenge's two. */
  three(): readonly (readonly Buffer[])[];
  facesInNeutral: number;
  askForLiveness(liveness: boolean): Promise<void>;
  begun(): Promise<CaptureLink>;
  challenged(
    link: CaptureLink,
    json?: Readonly<Record<string, unknown>>,
  ): Promise<z.infer<typeof challengeSchema>>;
  send(
    link: CaptureLink,
    nonce: string | undefined,
    sets?: readonly (readonly Buffer[])[],
    timing?: string,
  ): Promise<Answer>;
}

export async function setLivenessStage(): Promise<LivenessStage> {
  const frames = await Promise.all(Array.from({ length: 10 }, (_, seed) => noisePicture(seed)));
  const api = await startApi({
    worker: true,
    deps: { countFaces: () => Promise.resolve(stage.facesInNeutral) },
  });
  const three: LivenessStage['three'] = () => [
    frames.slice(1, 3),
    frames.slice(3, 5),
    frames.slice(5, 7),
  ];
  const stage: LivenessStage = {
    api,
    frames,
    three,
    facesInNeutral: 1,
    async askForLiveness(liveness) {
      const requirements = { ...defaultWorkflow.requirements, liveness };
      await api.db
        .updateTable('workflow_versions')
        .set({ definition: JSON.stringify({ ...defaultWorkflow, requirements }) })
        .execute();
    },
    async begun() {
      const link = await newLink(api);
      await consent(link);
      return link;
    },
    async challenged(link, json) {
      const { status, body } = await link.post('liveness/challenge', json && { json });
      expect(status).toBe(201);
      return challengeSchema.parse(body);
    },
    send(link, nonce, sets = three(), timing) {
      const [neutral = Buffer.alloc(0)] = frames;
      const form = livenessForm(nonce, neutral, sets);
      if (timing !== undefined) form.append('timing', timing);
      return link.post('liveness', { form });
    },
  };
  return stage;
}
