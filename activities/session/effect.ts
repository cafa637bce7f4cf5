import type { Transaction } from 'kysely';
import type { Receipt } from '../../shared/erasure/journal/journal-entry';
import type { Keyring } from '../../shared/crypto/keyring';
import type { Database, SessionRow } from '../../shared/database/schema';
import type { Rollout } from '../../shared/records/rollout';
import type { CheckOutcome } from '../../shared/domain/checks/outcome';
import type { AuditId, LinkId } from '../../shared/domain/ids';
import type { Enclosure } from '../../shared/records/enclosure';
import type { PendingWrites } from '../../shared/records/pending-writes';
import type { TransitionCommit } from './contract';

/** What an effect's row writes work with: the transaction of its transition, and the row around it. */
export interface EffectContext {
  readonly trx: Transaction<Database>;
  /** Sent when all effects were applied; before, by an effect that needs or changes what is in there. */
  readonly writes: PendingWrites;
  readonly keyring: Keyring;
  readonly before: SessionRow;
  /** The row as the transition leaves it. */
  readonly row: SessionRow;
  readonly commit: TransitionCommit;
  /** Which versions of its workflow are handed out. */
  readonly rollout: Rollout;
  /** What came with the message beside Temporal. */
  readonly enclosed: Enclosure | null;
  /** Of the transition's audit row, and of what is written under the same id. */
  readonly auditId: AuditId;
  /** Of the link that it issues, if it issues one. */
  readonly linkId: LinkId;
  readonly at: Date;
  /** How long the operator keeps backups, for the erasure record; null when nobody has said. */
  readonly backupRetentionDays: number | null;
  /** Of an erasure that is repeated after a restore: the one that was given out stays the only one. */
  readonly firstReceipt?: Receipt;
  /** Made up by it for the outcome that a tester chose. */
  readonly simulated: CheckOutcome[];
}
