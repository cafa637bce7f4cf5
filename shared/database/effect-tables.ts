import type { JSONColumnType } from 'kysely';
import type { SessionId } from '../domain/ids';
import type { Json, Owned, Time } from './columns';

/**
 * What goes beside a message to a session's workflow and never through Temporal. Stored before the
 * message, seen by nobody, taken up by the transition that the message makes, or withdrawn.
 */
export interface EnclosuresTable extends Owned {
  session_id: SessionId;
  /** The message's own id. */
  operation_id: string;
  /** Of the call that sent it, for the audit log. */
  request_id: string;
  client_address: string;
  user_agent: string | null;
  /** Codes for the audit row. */
  detail: JSONColumnType<Json>;
  /** A person's free text, under the session's key. */
  words_sealed: Buffer | null;
  /** The integrator's own, to be merged into the session's. */
  metadata: JSONColumnType<Json> | null;
  created_at: Time;
}

/**
 * What an operation under an `Idempotency-Key` has done, written in its transaction: a repeat builds
 * its answer from this. Ids, numbers and secrets that the answer shows once; nothing personal.
 */
export interface OperationEffectsTable extends Owned {
  operation_id: string;
  /** Null only inside the operation's own transaction. */
  effect_sealed: Buffer | null;
  created_at: Time;
}
