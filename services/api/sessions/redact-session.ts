import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Keyring } from '../../../shared/crypto/keyring';
import type { ErasuresTable, SessionRow } from '../../../shared/database/schema';
import { erasurePublicKey } from '../../../shared/erasure/erasure-record';
import type { ApiDeps } from '../deps';
import { freeObject, idOf } from '../http/answer-values';
import { earlierMove, moveSession, type Mover } from './move-session';

const erasureObject = z
  .strictObject({
    record: freeObject,
    signature: z.string(),
    /** PEM. What an auditor verifies the record with, offline. */
    public_key: z.string(),
  })
  .meta({ id: 'Erasure' });
type ErasureView = z.output<typeof erasureObject>;

export const redactAnswer = z
  .strictObject({
    status: z.enum(['deleted', 'already_redacted', 'legal_hold']),
    session_id: idOf('session'),
    documents_removed: z.number().int(),
    message: z.string(),
    erasure: erasureObject.nullable(),
  })
  .meta({ id: 'Redaction' });
export type RedactAnswer = z.output<typeof redactAnswer>;

const messages = {
  deleted: 'Everything personal of this session has been destroyed.',
  already_redacted: 'The session had been redacted before.',
  legal_hold: 'A legal hold is on the session; the erasure is carried out when it is lifted.',
} as const;

/** Erases by the session's workflow; under a legal hold the wish is remembered instead. */
export async function redactSession(
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'sessions' | 'clock'>,
  call: Mover,
  before: SessionRow,
): Promise<RedactAnswer> {
  const earlier = await earlierMove(deps.db, before.id, call);
  if (before.retention_status === 'redacted' && earlier === undefined) {
    return redacted(deps, before, 'already_redacted');
  }
  const { row, view } = await moveSession(deps, call, before, { type: 'redact' });
  if (row.retention_status !== 'redacted') {
    return {
      status: 'legal_hold',
      session_id: row.id,
      documents_removed: 0,
      message: messages.legal_hold,
      erasure: null,
    };
  }
  return redacted(deps, row, view.repeated ? 'already_redacted' : 'deleted');
}

async function redacted(
  { db, keyring }: Pick<ApiDeps, 'db' | 'keyring'>,
  row: SessionRow,
  status: 'deleted' | 'already_redacted',
): Promise<RedactAnswer> {
  const erasure = await db
    .selectFrom('erasures')
    .selectAll()
    .where('session_id', '=', row.id)
    .executeTakeFirst();
  return {
    status,
    session_id: row.id,
    documents_removed: erasure?.documents_removed ?? 0,
    message: messages[status],
    erasure: erasure === undefined ? null : erasureView(keyring, erasure),
  };
}

function erasureView(
  keyring: Keyring,
  { record, signature }: Selectable<ErasuresTable>,
): ErasureView {
  return { record, signature, public_key: erasurePublicKey(keyring) };
}
