import { z } from 'zod';
import { retentionStatuses, sessionStatuses } from '../../../shared/domain/lifecycle/state';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import type { Call } from '../http/call';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { moveAndRead } from '../lifecycle/move-session';
import { requireJournalled } from '../lifecycle/require-journalled';

const heldSession = z
  .strictObject({
    id: idOf('session'),
    status: z.enum(sessionStatuses),
    legal_hold: z.boolean(),
    retention_status: z.enum(retentionStatuses),
  })
  .meta({ id: 'HeldSession' });

/** A code, not a sentence: it stands in the audit log, which outlives the session's data. */
const reasonCode = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/, {
  message: 'is not a code of up to 64 of a-z, 0-9, _, . and -',
});
type HoldCall = Call<z.output<typeof sessionParams>, unknown, { reason_code?: string | undefined }>;

export function placeLegalHold(deps: ApiDeps): Route {
  return route({
    method: 'PUT',
    path: '/api/v1/sessions/:id/legal-hold',
    whose: 'named',
    scope: 'redact:write',
    params: sessionParams,
    body: z.object({ reason_code: reasonCode }),
    summary: 'Place a legal hold',
    answers: { 200: json(heldSession) },
    example: { reason_code: 'court_order' },
    handler: (call) => changeHold(deps, call, 'place_hold'),
  });
}

/** Lifting it carries out the erasure that was asked for meanwhile. */
export function liftLegalHold(deps: ApiDeps): Route {
  return route({
    method: 'DELETE',
    path: '/api/v1/sessions/:id/legal-hold',
    whose: 'named',
    scope: 'redact:write',
    params: sessionParams,
    body: z.object({ reason_code: reasonCode.optional() }),
    summary: 'Lift a legal hold',
    answers: { 200: json(heldSession) },
    handler: (call) => changeHold(deps, call, 'lift_hold'),
  });
}

async function changeHold(deps: ApiDeps, call: HoldCall, type: 'place_hold' | 'lift_hold') {
  const before = await findSession(deps.db, call.caller, call.params.id);
  const detail = { reason_code: call.body.reason_code ?? null };
  const { row } = await moveAndRead(deps, call, before, { type }, { detail });
  if (row.retention_status === 'redacted') {
    await requireJournalled(deps, [row.id, row.identity_id]);
  }
  return answer(200, {
    id: row.id,
    status: row.status,
    legal_hold: row.legal_hold,
    retention_status: row.retention_status,
  });
}
