import type { Selectable } from 'kysely';
import type { SessionRow, TimelineTable } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { route, type KeyedRoute } from '../http/route';
import { findSession, sessionParams } from './find-session';

type TimelineRow = Selectable<TimelineTable>;

/** The session's timeline, whole, oldest first: what happened, who did it, what was refused. */
export function listEvents(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/sessions/:id/events',
    scope: 'sessions:read',
    params: sessionParams,
    handler: async ({ caller, params }) => {
      const session = await findSession(deps.db, caller, params.id);
      return answer(200, { session_id: session.id, data: await timelineOf(deps, session) });
    },
  });
}

export interface TimelineEntry {
  readonly kind: TimelineRow['kind'];
  readonly event: string;
  readonly sequence: number | null;
  readonly from_status: TimelineRow['from_status'];
  readonly to_status: TimelineRow['to_status'];
  readonly attempt: number;
  readonly actor: { readonly kind: TimelineRow['actor_kind']; readonly id: string | null };
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

export async function timelineOf(
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
