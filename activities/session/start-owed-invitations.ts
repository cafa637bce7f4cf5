import { sql } from 'kysely';
import type { SessionId } from '../../shared/domain/ids';
import { eachOnItsOwn } from '../each-on-its-own';
import { probeTemporal, type SweepDeps } from './sweep-sessions';

const pageSize = 500;
/** Younger ones may be between their commit and their start. */
const settledMs = 30_000;
const atOnce = 8;

/** Invitations whose workflow nobody started: the process died in between, or Temporal was away. */
export async function startOwedInvitations(deps: SweepDeps): Promise<void> {
  const settledBefore = new Date(deps.clock().getTime() - settledMs);
  let after: { readonly session_id: SessionId; readonly number: number } | undefined;
  for (;;) {
    const rows = await deps.db
      .selectFrom('invitations')
      .select(['session_id', 'number'])
      .where('sent_at', 'is', null)
      .where('dropped_at', 'is', null)
      .where('created_at', '<', settledBefore)
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`(session_id, number) > (${after?.session_id ?? ''}, ${after?.number ?? 0})`,
        ),
      )
      .orderBy('session_id')
      .orderBy('number')
      .limit(pageSize)
      .execute();
    await eachOnItsOwn(
      rows,
      {
        ...deps,
        what: 'the start of an invitation',
        idsOf: ({ session_id: sessionId, number }) => ({ sessionId, number }),
        atOnce,
        probe: () => probeTemporal(deps),
      },
      async ({ session_id: sessionId, number }) => {
        await deps.sessions.invite({ sessionId, number });
        return true;
      },
    );
    after = rows.at(-1);
    if (rows.length < pageSize) return;
  }
}
