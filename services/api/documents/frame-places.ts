import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../shared/database/schema';
import { livenessChallenges } from '../../../shared/domain/checks/liveness-challenge';
import type { DocumentId, SessionId } from '../../../shared/domain/ids';

export const frameObject = z
  .strictObject({
    /** 0: the neutral frame; from 1: the challenge in the order in which it was asked. */
    challenge: z.number().int().min(0),
    /** The challenge by its name; null for the neutral frame. */
    asked: z.enum(livenessChallenges).nullable(),
    /** The place among the frames of its challenge, from 0. */
    position: z.number().int().min(0),
    /** When it was taken since the challenge came, by the device; null where it does not say. */
    at_ms: z.number().nullable(),
  })
  .meta({ id: 'LivenessFrame' });
type FramePlace = z.output<typeof frameObject>;

/** The places of a session's liveness frames, those of replaced sets too. */
export async function framePlaces(
  db: Kysely<Database>,
  sessionId: SessionId,
): Promise<ReadonlyMap<DocumentId, FramePlace>> {
  const rows = await db
    .selectFrom('liveness_frames as frame')
    .innerJoin('documents as document', 'document.id', 'frame.document_id')
    .innerJoin('liveness_challenges as asked', 'asked.nonce_hash', 'frame.nonce_hash')
    .select(['frame.document_id', 'frame.challenge', 'frame.position', 'frame.at_ms'])
    .select('asked.challenges')
    .where('document.session_id', '=', sessionId)
    .execute();
  return new Map(
    rows.map(({ document_id: id, challenge, position, at_ms: atMs, challenges }) => [
      id,
      { challenge, asked: challenges[challenge - 1] ?? null, position, at_ms: atMs },
    ]),
  );
}
