import type { Transaction } from 'kysely';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { challengeTimes } from '../../../shared/domain/checks/liveness-timing';
import { inspectImage, type InspectedImage } from '../documents/inspect-image';
import { appendStep } from '../../../shared/timeline/append-step';
import {
  deleteUnlessWritten,
  documentValues,
  putEncrypted,
  type StoredObject,
} from '../documents/store-document';
import type { ApiDeps } from '../deps';
import { lockCapture, type StepCall } from './capture-step';
import { openChallenge } from './liveness-nonce';
import type { LivenessUpload } from './liveness-upload';

/** A frame with its place: challenge 0 is the neutral frame. */
export interface PlacedFrame {
  readonly bytes: Buffer;
  readonly image: InspectedImage;
  readonly challenge: number;
  readonly position: number;
  /** Null where the device did not say. */
  readonly atMs: number | null;
}

/** Refuses what is no picture, before anything moves. */
export async function inspectFrames(upload: LivenessUpload): Promise<readonly PlacedFrame[]> {
  const frames: PlacedFrame[] = [];
  const { timing } = upload;
  const times = timing === null ? [] : [[timing.neutral], ...challengeTimes(timing)];
  for (const [challenge, group] of [[upload.neutral], ...upload.challenges].entries()) {
    for (const [position, bytes] of group.entries()) {
      const image = await inspectImage(bytes);
      const atMs = times[challenge]?.[position] ?? null;
      frames.push({ bytes, image, challenge, position, atMs });
    }
  }
  return frames;
}

/**
 * Encrypts all frames into the object store, then makes them count in one transaction that uses up the
 * nonce: the whole set is there, or nothing of it.
 */
export async function storeFrames(
  deps: ApiDeps,
  { open, actor }: Pick<StepCall<unknown>, 'open' | 'actor'>,
  { nonce, timing }: Pick<LivenessUpload, 'nonce' | 'timing'>,
  frames: readonly PlacedFrame[],
): Promise<void> {
  const stored: (PlacedFrame & { readonly object: StoredObject })[] = [];
  try {
    for (const frame of frames) {
      stored.push({ ...frame, object: await putEncrypted(deps, open.session, frame.bytes) });
    }
    await deps.db.transaction().execute(async (trx) => {
      const session = await lockCapture(trx, open);
      const at = deps.clock();
      const challenge = await openChallenge(trx, session, nonce, at);
      await supersedeFrames(trx, session, at);
      // Performed after all.
      await trx
        .updateTable('sessions')
        .set({ liveness_declined: null })
        .where('id', '=', session.id)
        .execute();
      await trx
        .updateTable('liveness_challenges')
        .set({ answered_at: at, colours_from_ms: timing?.colours_from ?? null })
        .where('nonce_hash', '=', challenge.nonce_hash)
        .execute();
      const rows = stored.map(({ object, image, bytes }) =>
        documentValues(session, {
          ...object,
          docType: 'liveness_frame',
          image,
          sizeBytes: bytes.length,
          hints: null,
          at,
        }),
      );
      await trx.insertInto('documents').values(rows).execute();
      const places = stored.map(({ object, challenge: number, position, atMs }) => ({
        document_id: object.id,
        nonce_hash: challenge.nonce_hash,
        challenge: number,
        position,
        at_ms: atMs,
      }));
      await trx.insertInto('liveness_frames').values(places).execute();
      const detail = { frames: stored.length };
      await appendStep(trx, session, { event: 'liveness_uploaded', actor, detail, at });
    });
  } catch (error) {
    await Promise.all(stored.map(({ object }) => deleteUnlessWritten(deps, object)));
    throw error;
  }
}

/** The newest set counts; the older one is kept for the reviewers' trail. */
export async function supersedeFrames(
  trx: Transaction<Database>,
  session: SessionRow,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('documents')
    .set({ superseded_at: at })
    .where('session_id', '=', session.id)
    .where('doc_type', '=', 'liveness_frame')
    .where('superseded_at', 'is', null)
    .execute();
}
