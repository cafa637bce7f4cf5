import { z } from 'zod';
import type { IdentityRow } from '../../../shared/database/schema';
import { eraseIdentity } from '../../../shared/identities/refresh-identity';
import { beginErasure, sessionsOfIdentity } from '../../../shared/identities/sessions-of-identity';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import type { Mover } from '../lifecycle/move-session';
import { requireJournalled } from '../lifecycle/require-journalled';
import { redactSession, type RedactAnswer, redactAnswer } from '../sessions/redact-session';
import { auditIdentity } from './audit-identity';
import { findPerson, identityParams } from '../../../shared/identities/find-identity';

const identityRedaction = z
  .strictObject({
    status: z.enum(['deleted', 'already_redacted', 'legal_hold']),
    identity_id: idOf('identity'),
    documents_removed: z.number().int(),
    /** Each with its receipt; of a repeat, the first ones. */
    sessions: z.array(redactAnswer).readonly(),
    /** Sessions that could not be erased yet, and why; their erasure is carried out when that ends. */
    not_erased: z
      .array(z.strictObject({ session_id: idOf('session'), reason: z.literal('legal_hold') }))
      .readonly(),
  })
  .meta({ id: 'IdentityRedaction' });

/** Tells a repeat of the erasing operation from one that came later. */
const erasure = z.object({ isMine: z.boolean() });

/** Sessions erased side by side: each waits for its own workflow. */
const atOnce = 8;

/**
 * Erases a person: every session of the identity's references, decided or not, then the identity. A session
 * under a legal hold is named, and keeps the identity: the lifting of the hold finishes both.
 */
export function redactIdentity(deps: ApiDeps): Route {
  return route({
    method: 'DELETE',
    path: '/api/v1/identities/:id/data',
    whose: 'nobody',
    scope: ['identities:write', 'redact:write'],
    params: identityParams,
    summary: 'Erase a person: the identity and every session of its references',
    answers: { 200: json(identityRedaction) },
    handler: async (call) => {
      const row = await findPerson(deps.db, call.caller, call.params.id);
      if (row.redacted_at !== null) {
        await requireFamilyJournalled(deps, row);
        const { isMine } = await call.once(erasure, () => Promise.resolve({ isMine: false }));
        const status = isMine ? 'deleted' : 'already_redacted';
        return answer(200, redacted(row, status, await redactSessions(deps, call, row)));
      }
      await deps.db.transaction().execute((trx) => beginErasure(trx, row, deps.clock()));
      const sessions = await redactSessions(deps, call, row);
      if (sessions.some(({ status }) => status === 'legal_hold')) {
        await auditIdentity(deps.db, call, row, 'erasure_asked', deps.clock());
        return answer(200, redacted(row, 'legal_hold', sessions));
      }
      const at = deps.clock();
      await call.once(erasure, async (trx) => {
        // Its last session may have taken it along, and its audit row tells that.
        const { redacted_at: gone } = await trx
          .selectFrom('identities')
          .select('redacted_at')
          .where('id', '=', row.id)
          .forNoKeyUpdate()
          .executeTakeFirstOrThrow();
        if (gone === null) await eraseIdentity(trx, row, at);
        await auditIdentity(trx, call, row, 'redacted', at);
        return { isMine: true };
      });
      await requireFamilyJournalled(deps, row);
      return answer(200, redacted(row, 'deleted', sessions));
    },
  });
}

/** Those that were merged into it were erased with it. */
async function requireFamilyJournalled(deps: ApiDeps, { id }: IdentityRow): Promise<void> {
  const family = await deps.db
    .selectFrom('identities')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', id), eb('merged_into', '=', id)]))
    .execute();
  await requireJournalled(
    deps,
    family.map((one) => one.id),
  );
}

async function redactSessions(
  deps: ApiDeps,
  call: Mover,
  identity: IdentityRow,
): Promise<readonly RedactAnswer[]> {
  const rows = await sessionsOfIdentity(deps.db, identity).execute();
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
  const notErased = sessions.flatMap(({ session_id, status: outcome }) =>
    outcome === 'legal_hold' ? [{ session_id, reason: outcome }] : [],
  );
  return {
    status,
    identity_id: id,
    documents_removed: removed,
    sessions,
    not_erased: notErased,
  };
}
