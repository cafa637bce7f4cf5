import { sql, type Kysely, type SqlBool } from 'kysely';
import type { Owned } from '../../shared/database/columns';
import { environments } from '../../shared/domain/environment';
import type { Database, SessionRow } from '../../shared/database/schema';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { terminalStatuses } from '../../shared/domain/lifecycle/status-catalogue';
import { readSettings } from '../../shared/organization/read-settings';
import { defaultRetention } from '../../shared/domain/organization/settings';
import { writeErasuresOf, type JournalDeps } from '../../shared/erasure/journal/write-unwritten';
import { eachOnItsOwn } from '../each-on-its-own';
import { probeTemporal, type SweepDeps } from './sweep-sessions';

const pageSize = 200;
const dayMs = 24 * 3_600_000;
/** A session whose workflow does not answer takes 20 s: it is to hold up few. */
const atOnce = 8;
/** A large environment holds up no other. With `atOnce` the bound of what waits for workflows: 32. */
const environmentsAtOnce = 4;

type RetentionDeps = Pick<
  SweepDeps,
  'db' | 'sessions' | 'temporal' | 'clock' | 'heartbeat' | 'alert'
> &
  JournalDeps;
type RetentionEvent = 'hide_data' | 'end_retention';

/**
 * Hides what is personal, later destroys it (`6-data-protection.md`), by each session's own workflow, whose
 * transition is the row lock and the event. Broken off, it finds what is left at its next run.
 */
export async function endRetention(
  deps: RetentionDeps,
): Promise<{ readonly hidden: number; readonly destroyed: number }> {
  const organizations = await deps.db.selectFrom('organizations').select('id').execute();
  const owners = organizations.flatMap(({ id }) =>
    environments.map((environment): Owned => ({ organization_id: id, environment })),
  );
  const counts: Readonly<Record<RetentionEvent, number>>[] = [];
  await eachOnItsOwn(
    owners,
    {
      ...deps,
      what: 'the retention of an environment',
      idsOf: ({ organization_id: organizationId, environment }) => ({
        organizationId,
        environment,
      }),
      atOnce: environmentsAtOnce,
      probe: () => probeTemporal(deps),
    },
    async (owner) => {
      const settings = await readSettings(deps.db, owner);
      const dataDays = settings.data_retention_days ?? defaultRetention.dataDays;
      const sensitiveDays =
        settings.sensitive_data_retention_days ?? defaultRetention.sensitiveDays;
      // What is to be destroyed need not be hidden before.
      const destroyed = await carryOut(deps, 'end_retention', owner, dataDays);
      const hidden = await carryOut(deps, 'hide_data', owner, sensitiveDays);
      counts.push({ end_retention: destroyed, hide_data: hidden });
      return true;
    },
  );
  const sum = (type: RetentionEvent): number =>
    counts.reduce((total, count) => total + count[type], 0);
  return { hidden: sum('hide_data'), destroyed: sum('end_retention') };
}

async function carryOut(
  deps: RetentionDeps,
  type: RetentionEvent,
  owner: Owned,
  days: number,
): Promise<number> {
  const dueBefore = new Date(deps.clock().getTime() - days * dayMs);
  let done = 0;
  let after = 'ses_';
  for (;;) {
    const rows = await due(deps.db, type, owner, dueBefore, after);
    const page = await eachOnItsOwn(
      rows,
      {
        ...deps,
        what: type,
        idsOf: ({ id }) => ({ sessionId: id }),
        atOnce,
        probe: () => probeTemporal(deps),
      },
      (row) => send(deps, type, row),
    );
    done += page.done;
    deps.heartbeat();
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return done;
    after = last.id;
  }
}

/** Ended sessions count from their end; what was forgotten on the way, from when it last moved. */
function due(
  db: Kysely<Database>,
  type: RetentionEvent,
  owner: Owned,
  dueBefore: Date,
  after: string,
): Promise<readonly SessionRow[]> {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('organization_id', '=', owner.organization_id)
    .where('environment', '=', owner.environment)
    .where('legal_hold', '=', false)
    .where('retention_status', '!=', 'redacted')
    .$if(type === 'hide_data', (query) =>
      query.where('retention_status', '=', 'active').where('ended_at', '<', dueBefore),
    )
    .$if(type === 'end_retention', (query) =>
      query.where((where) =>
        where.or([
          where('ended_at', '<', dueBefore),
          where.and([
            where('status', 'not in', [...terminalStatuses]),
            where('updated_at', '<', dueBefore),
          ]),
        ]),
      ),
    )
    .where(sql<SqlBool>`id > ${after}`)
    .orderBy('id')
    .limit(pageSize)
    .execute();
}

/** False when it is not due any more: held, redacted or begun anew since it was read. */
async function send(deps: RetentionDeps, type: RetentionEvent, row: SessionRow): Promise<boolean> {
  try {
    const { repeated } = await deps.sessions.send(row, {
      event: { type },
      actor: { kind: 'system', id: null },
      requestId: `${type}-${row.id}-${String(row.sequence)}`,
    });
    // Counted as done when the journal has it too; else it is alerted, and the sweep goes on trying.
    await writeErasuresOf(deps, [row.id, row.identity_id]);
    return !repeated;
  } catch (error) {
    const isLate = error instanceof VerifaError && error.status === 409;
    if (isLate) return false;
    throw error;
  }
}
