import type { JSONColumnType } from 'kysely';
import type { SessionId } from '../domain/ids';
import type { AssessedSignal } from '../domain/risk/assess-risk';
import type { RiskLevel } from '../domain/risk/risk-level';
import type { SignalName } from '../domain/risk/signal-catalogue';
import type { Owned, Time } from './columns';

/** Batches of what the page told, sealed under the session's data key. */
export interface PageSignalsTable extends Owned {
  session_id: SessionId;
  capture: number;
  /** From 1 within a capture. */
  number: number;
  batch_sealed: Buffer;
  created_at: Time;
}

/** From where the person's steps came: what was known of each address when it was seen, not the address. */
export interface SessionAddressesTable extends Owned {
  session_id: SessionId;
  capture: number;
  /** HMAC under a key of the organisation and environment: finds the same address again. */
  address_hash: Buffer;
  country: string | null;
  /** Null: the operator had no list then. */
  tor_exit: boolean | null;
  datacenter: boolean | null;
  first_seen_at: Time;
  last_seen_at: Time;
}

/** What an attempt's risk came to; names and numbers in the clear, what triggered them sealed. */
export interface RiskAssessmentsTable extends Owned {
  session_id: SessionId;
  attempt: number;
  score: number;
  level: RiskLevel;
  blocked_by: SignalName | null;
  signals: JSONColumnType<readonly AssessedSignal[]>;
  not_evaluated: SignalName[];
  /** JSON by signal; null once redacted. */
  evidence_sealed: Buffer | null;
  evaluated_at: Time;
}
