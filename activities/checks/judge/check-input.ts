import { sql, type Kysely } from 'kysely';
import { readAttempt } from '../../../shared/attempt/read-attempt';
import type { Keyring } from '../../../shared/crypto/keyring';
import { keyToWork } from '../../../shared/crypto/session-key';
import type {
  Database,
  DocumentRow,
  SessionRow,
  StoredDocType,
} from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { CheckOutcome } from '../../../shared/domain/checks/outcome';
import type { OrganizationSettings } from '../../../shared/domain/organization/settings';
import type { ObjectStore } from '../../../shared/storage/object-store';
import { readDocument } from '../../../shared/storage/read-document';
import type { AttemptRef } from '../../session/contract';
import { calendarDay } from '../../../shared/domain/dates/calendar-day';

export interface CheckInputDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  readonly objects: ObjectStore;
  readonly clock: () => Date;
}

/** What an attempt judges, loaded once; documents are decrypted only where a check asks for it, and once. */
export interface CheckInput {
  readonly session: SessionRow;
  readonly dataKey: Buffer;
  readonly settings: OrganizationSettings;
  /** The calendar day in the time zone that the environment's settings name. */
  readonly today: string;
  /** What was recorded of the attempt before this try. */
  readonly recorded: readonly CheckOutcome[];
  /** A reviewer corrected what was read. */
  readonly isCorrected: boolean;
  /** The documents frozen at submit: what came later is not judged. */
  readonly frozen: readonly DocumentRow[];
  /** Null when the attempt has no such document. */
  picture(type: StoredDocType): Promise<Buffer | null>;
  /** Those of a type of which more than one counts. */
  documents(type: StoredDocType): readonly DocumentRow[];
  open(document: DocumentRow): Promise<Buffer>;
}

/** @throws VerifaError attempt_stale when the session is no longer processing this attempt */
export async function loadCheckInput(deps: CheckInputDeps, ref: AttemptRef): Promise<CheckInput> {
  const attempt = await readAttempt(deps.db, ref);
  if (attempt?.session.status !== 'processing' || attempt.session.attempt !== ref.attempt) {
    throw new VerifaError('attempt_stale');
  }
  const { session, settings, documentIds } = attempt;
  const dataKey = keyToWork(deps.keyring, session);
  const frozen =
    documentIds.length === 0
      ? []
      : await deps.db
          .selectFrom('documents')
          .selectAll()
          .where(sql<boolean>`id = ANY(${documentIds})`)
          .execute();
  const open = openingOnce((document) => readDocument(deps.objects, dataKey, document));
  return {
    session,
    dataKey,
    settings,
    today: calendarDay(deps.clock(), settings.time_zone ?? 'UTC'),
    recorded: attempt.outcomes,
    isCorrected: attempt.isCorrected,
    frozen,
    async picture(type) {
      const row = frozen.find((document) => document.doc_type === type);
      return row === undefined ? null : open(row);
    },
    documents: (type) => frozen.filter((document) => document.doc_type === type),
    open,
  };
}

/**
 * Keeps what was read of a document as long as its attempt is judged: six checks look at one front. The frames
 * of a liveness check are many, and looked at once.
 */
function openingOnce(
  read: (document: DocumentRow) => Promise<Buffer>,
): (document: DocumentRow) => Promise<Buffer> {
  const opened = new Map<DocumentRow['id'], Promise<Buffer>>();
  return (document) => {
    if (document.doc_type === 'liveness_frame') return read(document);
    const known = opened.get(document.id);
    if (known !== undefined) return known;
    const reading = read(document);
    opened.set(document.id, reading);
    // A store that was away may be back for the next check.
    reading.catch(() => opened.delete(document.id));
    return reading;
  };
}
