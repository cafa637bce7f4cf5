import { z } from 'zod';
import type { SessionRow } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import { idOf } from '../http/answer-values';
import { erasureObject, erasureOf } from './erasure-view';
import { requireJournalled } from '../lifecycle/require-journalled';
import { earlierMove, moveAndRead, type Mover } from '../lifecycle/move-session';

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
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'sessions' | 'clock' | 'journal'>,
  call: Mover,
  before: SessionRow,
): Promise<RedactAnswer> {
  const earlier = await earlierMove(deps.db, before.id, call);
  if (before.retention_status === 'redacted' && earlier === undefined) {
    return redacted(deps, before, 'already_redacted');
  }
  const { row, view } = await moveAndRead(deps, call, before, { type: 'redact' });
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
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'journal'>,
  row: SessionRow,
  status: 'deleted' | 'already_redacted',
): Promise<RedactAnswer> {
  await requireJournalled(deps, [row.id, row.identity_id]);
  const found = await erasureOf(deps, row);
  return {
    status,
    session_id: row.id,
    documents_removed: found?.documentsRemoved ?? 0,
    message: messages[status],
    erasure: found?.erasure ?? null,
  };
}
