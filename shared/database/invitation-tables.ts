import type { SessionId } from '../domain/ids';
import type { OptionalTime, Owned, Time } from './columns';

/** An invitation by e-mail: a number within its session. Address and link stay sealed in the session's rows. */
export interface InvitationsTable extends Owned {
  session_id: SessionId;
  number: number;
  created_at: Time;
  /** When the mail server took it. */
  sent_at: OptionalTime;
  /** When there was nobody to invite any more: the session went on, or was redacted. */
  dropped_at: OptionalTime;
}
