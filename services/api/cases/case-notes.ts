import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { Keyring } from '../../../shared/crypto/keyring';
import { open, seal } from '../../../shared/crypto/seal';
import { keyToRead, keyToSeal, sealContext } from '../../../shared/crypto/session-key';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { AuditId } from '../../../shared/domain/ids';
import { idOf, instant } from '../http/answer-values';
import type { CaseActor } from './case-actor';
import type { CaseRow } from './case-view';
import { writtenOnCase } from './written-on-case';

export interface NewNote {
  readonly id: AuditId;
  /** Locked, so that no redaction comes between. */
  readonly session: SessionRow;
  readonly row: CaseRow;
  readonly actor: CaseActor;
  readonly text: string;
  readonly at: Date;
}

export async function writeNote(
  trx: Transaction<Database>,
  keyring: Keyring,
  { id, session, row, actor, text, at }: NewNote,
): Promise<void> {
  if (session.wrapped_key === null) throw new VerifaError('session_redacted');
  await trx
    .insertInto('case_notes')
    .values({
      id,
      ...writtenOnCase(row, actor),
      text_sealed: seal(keyToSeal(keyring, session), sealContext.caseNote(id), Buffer.from(text)),
      created_at: at,
    })
    .execute();
}

export const noteObject = z
  .strictObject({
    id: idOf('audit'),
    case_id: idOf('case'),
    author: z.string().nullable(),
    /** Null once it was hidden (retention) or the session was redacted. */
    text: z.string().nullable(),
    created_at: instant,
  })
  .meta({ id: 'CaseNote' });
export type NoteView = z.output<typeof noteObject>;

/** All notes on a session's cases, opened, the oldest first. */
export async function notesOf(
  { db, keyring }: { readonly db: Kysely<Database>; readonly keyring: Keyring },
  session: SessionRow,
): Promise<readonly NoteView[]> {
  const rows = await db
    .selectFrom('case_notes')
    .selectAll()
    .where('session_id', '=', session.id)
    .orderBy('id')
    .execute();
  const key = keyToRead(keyring, session, 'reviewers_words');
  return rows.map(({ id, case_id, author_id: author, text_sealed: sealed, created_at }) => ({
    id,
    case_id,
    author,
    text:
      key === null || sealed === null
        ? null
        : open(key, sealContext.caseNote(id), sealed).toString('utf8'),
    created_at,
  }));
}
