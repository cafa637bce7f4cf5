import { z } from 'zod';
import type { CheckOutcome } from '../../../../shared/domain/checks/outcome';
import type { PrintedText } from '../address/printed-text';
import type { DocumentReading } from '../document/page/document-reader';
import type { FaceEmbedding } from '../engines';
import type { ImageTraces } from '../forensics/image-traces';
import { faceThresholds } from '../../../../shared/domain/checks/check-config';
import { livenessChallenges } from '../../../../shared/domain/checks/liveness-challenge';
import { shownColourSchema } from '../../../../shared/domain/checks/liveness-colours';
import type { FrameLook, JudgedLiveness } from '../face/liveness/judge-liveness';

const picture = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** What a check process can be asked; plain data, since it is copied to the process. */
export const checkTaskSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document_quality'), image: picture }),
  z.object({
    kind: z.literal('document_read'),
    pages: z.array(z.object({ side: z.enum(['front', 'back']), bytes: picture })).readonly(),
  }),
  z.object({
    kind: z.literal('face_match'),
    portrait: picture,
    selfie: picture,
    threshold: z.enum(faceThresholds),
  }),
  z.object({
    kind: z.literal('liveness_judge'),
    neutral: picture,
    challenges: z
      .array(
        z.object({ challenge: z.enum(livenessChallenges), frames: z.array(picture).readonly() }),
      )
      .readonly(),
    selfie: picture.nullable(),
    capture: z
      .object({
        times: z.object({
          neutralMs: z.number(),
          challengesMs: z.array(z.array(z.number()).readonly()).readonly(),
          elapsedMs: z.number(),
        }),
        shown: z
          .object({ colours: z.array(shownColourSchema).readonly(), fromMs: z.number() })
          .nullable(),
      })
      .nullable(),
  }),
  z.object({ kind: z.literal('face_count'), image: picture }),
  z.object({ kind: z.literal('text_read'), image: picture }),
  z.object({ kind: z.literal('image_trace'), image: picture }),
  z.object({ kind: z.literal('face_embed'), image: picture }),
  z.object({ kind: z.literal('face_print'), image: picture }),
]);
export type CheckTask = Readonly<z.infer<typeof checkTaskSchema>>;

export interface CheckTaskResults {
  readonly document_quality: CheckOutcome;
  readonly document_read: {
    readonly reading: DocumentReading;
    readonly engine: string;
    readonly engineVersion: string;
  };
  readonly face_match: CheckOutcome;
  readonly liveness_judge: JudgedLiveness;
  readonly face_count: number;
  readonly text_read: PrintedText;
  readonly image_trace: ImageTraces;
  readonly face_embed: { readonly face: FaceEmbedding | null };
  readonly face_print: FrameLook;
}
export type CheckTaskResult = CheckTaskResults[CheckTask['kind']];

/** What a process is told when it is started. */
export const checkProcessSettingsSchema = z.object({
  faceModelsDir: z.string(),
  expressionModelDir: z.string(),
  ocrModelsDir: z.string(),
  intraOpThreads: z.number().int().min(1),
});
export type CheckProcessSettings = Readonly<z.infer<typeof checkProcessSettingsSchema>>;

/** What a task cost its process. */
export interface CheckUsage {
  readonly cpuMs: number;
  /** The most memory the process has ever held, in MB. */
  readonly peakRssMb: number;
}

/** What a process answers. A refusal is a code: messages of engines may quote what they read. */
export type CheckAnswer = (
  | { readonly ok: true; readonly result: CheckTaskResult }
  | { readonly ok: false; readonly code: string }
) & { readonly usage: CheckUsage };
