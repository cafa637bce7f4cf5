import type { ColumnType } from 'kysely';
import type { LivenessChallenge } from '../domain/checks/liveness-challenge';
import type { ShownColour } from '../domain/checks/liveness-colours';
import type { DocumentId, SessionId } from '../domain/ids';
import type { OptionalTime, Time } from './columns';

/** Nothing personal: what was asked, and when. */
export interface LivenessChallengesTable {
  /** SHA-256 of the nonce that the person's device holds. */
  nonce_hash: Buffer;
  session_id: SessionId;
  capture: number;
  /** In the order in which they are to be performed. */
  challenges: LivenessChallenge[];
  /** What the page was to show meanwhile; null where it asked for none. */
  colours: ColumnType<ShownColour[] | null, string | null, never>;
  /** When it began to, since the challenge came; null where it does not say. */
  colours_from_ms: ColumnType<number | null, number | null | undefined, number | null>;
  issued_at: Time;
  expires_at: Time;
  /** Set by the one set of frames that was accepted for it. */
  answered_at: OptionalTime;
}

/** Which place a frame has in its set; the frame itself is a document of type `liveness_frame`. */
export interface LivenessFramesTable {
  document_id: DocumentId;
  nonce_hash: Buffer;
  /** 0: the neutral frame; 1 to 3: the challenge. */
  challenge: number;
  /** From 0, in the order of upload. */
  position: number;
  /** When it was taken, by the device, since the challenge came; null where it does not say. */
  at_ms: number | null;
}
