import { sql } from 'kysely';
import type { SessionId } from '../../shared/domain/ids';
import { eachOnItsOwn } from '../each-on-its-own';
import { eraseObjects } from './erase-objects';
import type { SweepDeps } from './sweep-sessions';

const pageSize = 500;
/** Sessions whose objects are deleted side by side. */
const atOnce = 8;

/** Objects that could not be deleted when their session was redacted. */
export async function finishErasures(deps: SweepDeps): Promise<{ readonly finished: number }> {
  let finished = 0;
  let after: SessionId | undefined;
  for (;;) {
    const rows = await deps.db
      .selectFrom('erasures')
      .select('session_id')
      .where(sql<boolean>`cardinality(pending_object_keys) > 0`)
      .$if(after !== undefined, (query) => query.where('session_id', '>', after ?? 'ses_'))
      .orderBy('session_id')
      .limit(pageSize)
      .execute();
    const { done } = await eachOnItsOwn(
      rows,
      {
        ...deps,
        what: 'the erasure of objects',
        idsOf: ({ session_id: sessionId }) => ({ sessionId }),
        atOnce,
        probe: () => deps.objects.ready(),
      },
      async ({ session_id: sessionId }) => {
        await eraseObjects(deps, sessionId);
        return true;
      },
    );
    finished += done;
    after = rows.at(-1)?.session_id;
    if (rows.length < pageSize) return { finished };
  }
}
