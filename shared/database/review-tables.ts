import type { ColumnType } from 'kysely';
import type { AskablePiece } from '../domain/capture/asked-pieces';
import type { CheckName, CheckStatus } from '../domain/checks/outcome';
import type { AuditId, CaseId, SessionId } from '../domain/ids';
import type { ActorKind, OptionalText, OptionalTime, Owned, Time } from './columns';

/** A reviewer's free text about a person: under the session's key, and gone with it. */
export interface CaseNotesTable extends Owned {
  /** Of its entry in the audit, too. */
  id: AuditId;
  case_id: CaseId;
  session_id: SessionId;
  author_kind: ActorKind;
  author_id: string | null;
  text_sealed: Buffer | null;
  created_at: Time;
}

/**
 * What a reviewer laid over an attempt. It counts from the transition that runs the decision again
 * (`applied_at`); one whose session went another way first never does.
 */
export interface CaseChangesTable extends Owned {
  id: AuditId;
  case_id: CaseId;
  session_id: SessionId;
  attempt: number;
  kind: 'override' | 'correction';
  /** The corrected fields, or the words of an override. */
  content_sealed: Buffer | null;
  author_kind: ActorKind;
  author_id: string | null;
  created_at: Time;
  applied_at: OptionalTime;
}

/**
 * Why a piece is asked for again, for the person to read. Stored under the id of the message that asks, and
 * shown once its transition took it up (`capture`).
 */
export interface AskedAgainTable extends Owned {
  session_id: SessionId;
  request_id: string;
  piece: AskablePiece;
  reason_code: OptionalText;
  /** The reviewer's words, sealed under the session's key. */
  message_sealed: Buffer | null;
  created_at: Time;
  /** The capture that the asking began; null: nobody was asked. */
  capture: ColumnType<number | null, number | null | undefined, number>;
}

/** An outcome that stands over the engine's own row, which stays as it is. */
export interface OutcomeLayersTable {
  change_id: AuditId;
  check: CheckName;
  status: CheckStatus;
  reasons: string[];
}
