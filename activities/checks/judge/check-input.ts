import type { Kysely } from 'kysely';
import type { Keyring } from '../../../shared/crypto/keyring';
import { keyToWork } from '../../../shared/crypto/session-key';
import type {
  Database,
  DocumentRow,
  SessionRow,
  StoredDocType,
} from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { readSettings } from '../../../shared/organization/read-settings';
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

/** What an attempt judges, decrypted only where a check asks for it. */
export interface CheckInput {
  readonly session: SessionRow;
  readonly dataKey: Buffer;
  /** The calendar day in the time zone that the environment's settings name. */
  readonly today: string;
  /** Null when the attempt has no such document. */
  picture(type: StoredDocType): Promise<Buffer | null>;
  /** Those of a type of which more than one counts. */
  documents(type: StoredDocType): readonly DocumentRow[];
  open(document: DocumentRow): Promise<Buffer>;
}

/** @throws VerifaError attempt_stale when the session is no longer processing this attempt */
export async function loadCheckInput(deps: CheckInputDeps, ref: AttemptRef): Promise<CheckInput> {
  const session = await deps.db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', ref.sessionId)
    .executeTakeFirst();
  if (session?.status !== 'processing' || session.attempt !== ref.attempt) {
    throw new VerifaError('attempt_stale');
  }
  const dataKey = keyToWork(deps.keyring, session);
  const documents = await frozenDocuments(deps.db, ref);
  const { time_zone: zone } = await readSettings(deps.db, session);
  return {
    session,
    dataKey,
    today: calendarDay(deps.clock(), zone ?? 'UTC'),
    async picture(type) {
      const row = documents.find((document) => document.doc_type === type);
      return row === undefined ? null : readDocument(deps.objects, dataKey, row);
    },
    documents: (type) => documents.filter((document) => document.doc_type === type),
    open: (document) => readDocument(deps.objects, dataKey, document),
  };
}

/** The documents frozen at submit: what came later is not judged. */
export async function frozenDocuments(
  db: Kysely<Database>,
  ref: AttemptRef,
): Promise<DocumentRow[]> {
  const attempt = await db
    .selectFrom('attempts')
    .select('document_ids')
    .where('session_id', '=', ref.sessionId)
    .where('attempt', '=', ref.attempt)
    .executeTakeFirst();
  if (attempt === undefined) throw new VerifaError('attempt_stale');
  if (attempt.document_ids.length === 0) return [];
  return db.selectFrom('documents').selectAll().where('id', 'in', attempt.document_ids).execute();
}
