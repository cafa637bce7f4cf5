import { z } from 'zod';
import type { IdentityRow } from '../../../shared/database/schema';
import { eraseIdentity } from '../../../shared/identities/refresh-identity';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import type { Mover } from '../sessions/move-session';
import { redactSession, type RedactAnswer, redactAnswer } from '../sessions/redact-session';
import { auditIdentity } from './audit-identity';
import { findIdentity, identityParams } from './find-identity';

const identityRedaction = z
  .strictObject({
    status: z.enum(['deleted', 'already_redacted', 'legal_hold']),
    identity_id: idOf('identity'),
    documents_removed: z.number().int(),
    sessions: z.array(redactAnswer).readonly(),
  })
  .meta({ id: 'IdentityRedaction' });

/** Tells a repeat of the erasing operation from one that came later. */
const erasure = z.object({ isMine: z.boolean() });

/** Sessions erased side by side: each waits for its own workflow. */
const atOnce = 8;

/**
 * Erases a person: each of the identity's sessions, then the identity. A session under a legal hold is
 * remembered and keeps the identity until the hold is lifted; a repeat then finishes.
 */
export function redactIdentity(deps: ApiDeps): Route {
  return route({
    method: 'DELETE',
    path: '/api/v1/identities/:id/data',
    whose: 'nobody',
    scope: ['identities:write', 'redact:write'],
    params: identityParams,
    summary: 'Erase a person: the identity and its sessions',
    answers: { 200: json(identityRedaction) },
    handler: async (call) => {
      const row = await findIdentity(deps.db, call.caller, call.params.id);
      if (row.redacted_at !== null) {
        const { isMine } = await call.once(erasure, () => Promise.resolve({ isMine: false }));
        if (!isMine) return answer(200, redacted(row, 'already_redacted', []));
        return answer(200, redacted(row, 'deleted', await redactSessions(deps, call, row)));
      }
      const sessions = await redactSessions(deps, call, row);
      if (sessions.some(({ status }) => status === 'legal_hold')) {
        return answer(200, redacted(row, 'legal_hold', sessions));
      }
      const at = deps.clock();
      await call.once(erasure, async (trx) => {
        await eraseIdentity(trx, row, at);
        await auditIdentity(trx, call, row, 'redacted', at);
        return { isMine: true };
      });
      return answer(200, redacted(row, 'deleted', sessions));
    },
  });
}

async function redactSessions(
  deps: ApiDeps,
  call: Mover,
  { id }: IdentityRow,
): Promise<readonly RedactAnswer[]> {
  const rows = await deps.db
    .selectFrom('sessions')
    .selectAll()
    .where('identity_id', '=', id)
    .orderBy('id')
    .execute();
  const done: RedactAnswer[] = [];
  for (let next = 0; next < rows.length; next += atOnce) {
    const batch = rows.slice(next, next + atOnce);
    done.push(...(await Promise.all(batch.map((row) => redactSession(deps, call, row)))));
  }
  return done;
}

function redacted(
  { id }: IdentityRow,
  status: 'deleted' | 'already_redacted' | 'legal_hold',
  sessions: readonly RedactAnswer[],
) {
  const removed = sessions.reduce((sum, { documents_removed: count }) => sum + count, 0);
  return { status, identity_id: id, documents_removed: removed, sessions };
}
