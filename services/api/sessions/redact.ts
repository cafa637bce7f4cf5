import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import type { Call } from '../http/call';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { redactSession, redactAnswer } from './redact-session';

/** Sessions erased side by side: each waits for its own workflow. */
const atOnce = 8;

export function redactData(deps: ApiDeps): Route {
  return route({
    method: 'DELETE',
    path: '/api/v1/sessions/:id/data',
    whose: 'nobody',
    scope: 'redact:write',
    params: sessionParams,
    summary: "Erase a session's data",
    answers: { 200: json(redactAnswer) },
    handler: async (call) => {
      const before = await findSession(deps.db, call.caller, call.params.id);
      const redacted = await redactSession(deps, call, before);
      if (redacted.status === 'legal_hold') {
        throw new VerifaError('legal_hold', {
          detail: redacted.message,
          extra: { status: before.status, session_id: before.id },
        });
      }
      return answer(200, redacted);
    },
  });
}

const bulkBody = z.object({ session_ids: z.array(z.string()).min(1).max(100) });
const bulkItem = z.union([
  redactAnswer,
  z.strictObject({
    status: z.enum(['not_found', 'failed']),
    session_id: z.string(),
    error: z.string(),
  }),
]);
/** `results` is the data by its published name. */
const bulkAnswer = z.strictObject({
  data: z.array(bulkItem),
  total: z.number().int(),
  results: z.array(bulkItem),
});
type BulkItem = z.output<typeof bulkItem>;

/** One answer for each id, in the order given; one that fails holds up no other. */
export function bulkRedact(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/bulk-redact',
    whose: 'nobody',
    scope: 'redact:write',
    body: bulkBody,
    summary: 'Erase the data of many sessions',
    answers: { 200: json(bulkAnswer) },
    handler: async (call) => {
      const ids = [...new Set(call.body.session_ids)];
      const data: BulkItem[] = [];
      for (let next = 0; next < ids.length; next += atOnce) {
        const batch = ids.slice(next, next + atOnce);
        data.push(...(await Promise.all(batch.map((id) => redactOne(deps, call, id)))));
      }
      return answer(200, { data, total: data.length, results: data });
    },
  });
}

async function redactOne(
  deps: ApiDeps,
  call: Call<unknown, unknown, unknown>,
  id: string,
): Promise<BulkItem> {
  try {
    return await redactSession(deps, call, await findSession(deps.db, call.caller, id));
  } catch (error) {
    if (!(error instanceof VerifaError)) throw error;
    const status = error.code === 'not_found' ? 'not_found' : 'failed';
    return { status, session_id: id, error: error.code };
  }
}
