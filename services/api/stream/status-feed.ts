import { sql } from 'kysely';
import { z } from 'zod';
import { sessionStatuses, type SessionStatus } from '../../../shared/domain/lifecycle/state';
import type { SessionRow } from '../../../shared/database/schema';
import { tenantOf } from '../../../shared/database/scope';
import type { SessionId } from '../../../shared/domain/ids';
import { withoutLogContext } from '../../../shared/tracing/log-context';
import type { ApiDeps } from '../deps';

const pollMs = 500;

export interface StatusChange {
  readonly status: SessionStatus;
  readonly sequence: number;
}

type OnChanges = (changes: readonly StatusChange[]) => void;

type Followed = Pick<SessionRow, 'id' | 'organization_id' | 'environment'>;

interface Follower {
  after: number;
  readonly onChanges: OnChanges;
}

/** Tells followers of a session what happened behind a sequence, in order, once each. */
export interface StatusFeed {
  /** Answers the function that ends it. */
  follow(session: Followed, after: number, onChanges: OnChanges): () => void;
}

const changeRow = z.object({
  session_id: z.string(),
  sequence: z.number(),
  to_status: z.enum(sessionStatuses),
});

/**
 * One look a half second for all streams of this process, none while there is no stream. Asked by
 * sequence, so nothing that another process commits is lost: a LISTEN would need the same query after
 * every reconnect, a connection outside the pool, and would wake every process for every session.
 * A session's transitions commit in the order of their sequence (under its row lock).
 */
export function createStatusFeed({
  db,
  tenancy,
  log,
}: Pick<ApiDeps, 'db' | 'tenancy' | 'log'>): StatusFeed {
  const followers = new Map<SessionId, Set<Follower>>();
  /** Whose they are: each tenant's are asked for within its own scope. */
  const sessions = new Map<SessionId, Followed>();
  let timer: NodeJS.Timeout | null = null;

  async function look(): Promise<void> {
    const tenants = new Map<string, Followed[]>();
    for (const session of sessions.values()) {
      const name = `${session.organization_id}/${session.environment}`;
      tenants.set(name, [...(tenants.get(name) ?? []), session]);
    }
    for (const ofTenant of tenants.values()) {
      const [one] = ofTenant;
      if (one === undefined) continue;
      await tenancy.within(tenantOf(one), () => lookAt(ofTenant.map(({ id }) => id)));
    }
  }

  async function lookAt(ids: readonly SessionId[]): Promise<void> {
    const afters = ids.map((id) =>
      Math.min(...[...(followers.get(id) ?? [])].map((follower) => follower.after)),
    );
    const found = await sql`
      SELECT t.session_id, t.sequence, t.to_status
      FROM unnest(${ids}::text[], ${afters}::integer[]) AS f (session_id, after)
      JOIN timeline t ON t.session_id = f.session_id AND t.sequence > f.after
      WHERE t.to_status IS NOT NULL
      ORDER BY t.session_id, t.sequence`.execute(db);
    const rows = z.array(changeRow).parse(found.rows);
    for (const id of ids) {
      const changes = rows
        .filter((row) => row.session_id === id)
        .map((row) => ({ status: row.to_status, sequence: row.sequence }));
      for (const follower of [...(followers.get(id) ?? [])]) tell(follower, changes);
    }
  }

  function tick(): void {
    look()
      // The database is away: the streams stay, and hear of everything once it is back.
      .catch(() => withoutLogContext(() => log.warn('the status feed could not look')))
      .finally(() => {
        timer = followers.size === 0 ? null : setTimeout(tick, pollMs);
      });
  }

  return {
    follow(session, after, onChanges) {
      const { id: sessionId } = session;
      const follower = { after, onChanges };
      const ofSession = followers.get(sessionId) ?? new Set<Follower>();
      followers.set(sessionId, ofSession.add(follower));
      sessions.set(sessionId, session);
      timer ??= setTimeout(tick, 0);
      return () => {
        ofSession.delete(follower);
        if (ofSession.size === 0 && followers.get(sessionId) === ofSession) {
          followers.delete(sessionId);
          sessions.delete(sessionId);
        }
      };
    },
  };
}

function tell(follower: Follower, changes: readonly StatusChange[]): void {
  const fresh = changes.filter((change) => change.sequence > follower.after);
  const last = fresh.at(-1);
  if (last === undefined) return;
  follower.after = last.sequence;
  follower.onChanges(fresh);
}
