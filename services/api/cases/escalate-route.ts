import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { appendEvent } from '../../../shared/outbox/append-event';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { actorOnCase, reviewerField } from './case-actor';
import { writeNote } from './case-notes';
import { caseView, type CaseRow, caseObject } from './case-view';
import { changeCase } from './change-case';
import { readerOf } from './first-opinion';
import { requireReach } from './hold-case';
import { caseParams } from './read-routes';

const escalateBody = z.object({
  ...reviewerField,
  reason: z.string().min(1).max(2_000).optional(),
});

/** Leaves the decision to another reviewer; the words are a note on the case. */
export function escalateCaseRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/cases/:id/escalate',
    whose: 'named',
    scope: 'cases:decide',
    params: caseParams,
    body: escalateBody,
    summary: 'Escalate a case',
    answers: { 200: json(caseObject) },
    handler: async (call) => {
      const actor = await actorOnCase(deps, call);
      const id = call.assignedId('audit');
      const deed = { id, actor, what: 'escalated' };
      const row = await changeCase(deps, call, deed, async (trx, locked, at, session) => {
        requireReach(locked, actor, at);
        // A repeat is the same escalation: one event, one note.
        if (locked.status === 'escalated' && locked.escalated_by === actor.id) return null;
        const { reason: text } = call.body;
        if (text !== undefined) {
          await writeNote(trx, deps.keyring, { id, session, row: locked, actor, text, at });
        }
        await fireEscalated(trx, session, locked, at);
        return trx
          .updateTable('cases')
          .set({
            status: 'escalated',
            escalated_by: actor.id,
            assignee: null,
            claimed_until: null,
          })
          .where('id', '=', locked.id)
          .returningAll()
          .executeTakeFirstOrThrow();
      });
      return answer(200, caseView(row, deps.clock(), await readerOf(deps, call.caller)));
    },
  });
}

/** Numbered on from the session's last event, whose row the caller has locked. */
async function fireEscalated(
  trx: Transaction<Database>,
  session: SessionRow,
  row: CaseRow,
  at: Date,
): Promise<void> {
  const sequence = session.event_sequence + 1;
  await appendEvent(trx, session, {
    type: 'case.escalated',
    sequence,
    data: { status: session.status, case_id: row.id, attempt: row.attempt },
    at,
  });
  await trx
    .updateTable('sessions')
    .set({ event_sequence: sequence })
    .where('id', '=', session.id)
    .execute();
}
