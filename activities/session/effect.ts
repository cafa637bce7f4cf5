import type { Transaction } from 'kysely';
import type { Keyring } from '../../shared/crypto/keyring';
import type { Database, SessionRow } from '../../shared/database/schema';
import type { AuditId } from '../../shared/ids';
import type { Enclosure } from '../../shared/records/enclosure';
import type { TransitionCommit } from './contract';

/** What an effect's row writes work with: the transaction of its transition, and the row around it. */
export interface EffectContext {
  readonly trx: Transaction<Database>;
  readonly keyring: Keyring;
  readonly before: SessionRow;
  /** The row as the transition leaves it. */
  readonly row: SessionRow;
  readonly commit: TransitionCommit;
  /** What came with the message beside Temporal. */
  readonly enclosed: Enclosure | null;
  /** Of the transition's audit row, and of what is written under the same id. */
  readonly auditId: AuditId;
  readonly at: Date;
  /** How long the operator keeps backups, for the erasure record; null when nobody has said. */
  readonly backupRetentionDays: number | null;
}
