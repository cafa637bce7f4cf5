import { z } from 'zod';
import type { SessionRow } from '../../../shared/database/schema';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { freeObject, idOf, instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { hiddenCaseOf, readerOf, type CaseReader } from '../cases/first-opinion';
import { route, type KeyedRoute } from '../http/route';
import { findSession, sessionParams } from '../lifecycle/find-session';

/** The session's timeline, whole, oldest first: what happened, who did it, what was refused. */
export function listEvents(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/sessions/:id/events',
    scope: 'sessions:read',
    params: sessionParams,
    summary: "List a session's timeline, oldest first",
    answers: { 200: json(timelineObject) },
    handler: async ({ caller, params }) => {
      const session = await findSession(deps.db, caller, params.id);
      const data = await timelineTold(deps, session, await readerOf(deps, caller));
      return answer(200, { session_id: session.id, data });
    },
  });
}

/** The timeline as this one may read it: without the opinion that is hidden from them. */
export async function timelineTold(
  deps: Pick<ApiDeps, 'db'>,
  session: Pick<SessionRow, 'id'>,
  reader: CaseReader,
): Promise<readonly TimelineEntry[]> {
  const [entries, hidden] = await Promise.all([
    timelineOf(deps, session),
    hiddenCaseOf(deps.db, session.id, reader),
  ]);
  return hidden === undefined ? entries : entries.filter(tellsNoOpinion(hidden));
}

/** Whether an entry is none of the decisions made on a case since it was opened. */
function tellsNoOpinion(opened: NonNullable<Awaited<ReturnType<typeof hiddenCaseOf>>>) {
  return ({ event, sequence }: TimelineEntry): boolean =>
    sequence === null ||
    sequence <= opened.opened_sequence ||
    !(event.startsWith('review.') || event.startsWith('decide.'));
}

export const timelineEntry = z
  .strictObject({
    kind: z.enum(['transition', 'refused', 'step']),
    event: z.string(),
    sequence: z.number().int().nullable(),
    from_status: z.enum(sessionStatuses).nullable(),
    to_status: z.enum(sessionStatuses).nullable(),
    attempt: z.number().int(),
    actor: z.strictObject({ kind: z.string(), id: z.string().nullable() }),
    detail: freeObject,
    at: instant,
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.output<typeof timelineEntry>;

const timelineObject = z
  .strictObject({ session_id: idOf('session'), data: z.array(timelineEntry).readonly() })
  .meta({ id: 'Timeline' });

async function timelineOf(
  { db }: Pick<ApiDeps, 'db'>,
  session: Pick<SessionRow, 'id'>,
): Promise<readonly TimelineEntry[]> {
  const rows = await db
    .selectFrom('timeline')
    .selectAll()
    .where('session_id', '=', session.id)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    event: row.event,
    sequence: row.sequence,
    from_status: row.from_status,
    to_status: row.to_status,
    attempt: row.attempt,
    actor: { kind: row.actor_kind, id: row.actor_id },
    detail: row.detail,
    at: row.at,
  }));
}
