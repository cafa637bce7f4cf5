import type { Client } from '@temporalio/client';
import type { Kysely } from 'kysely';
import { encodeTime } from 'ulid';
import type { Database, SessionRow } from '../../shared/database/schema';
import { isId, type SessionId } from '../../shared/domain/ids';
import { terminalStatuses } from '../../shared/domain/lifecycle/status-catalogue';
import type { ObjectStore } from '../../shared/storage/object-store';
import type { SessionClient } from '../../shared/temporal/session-client';
import { whatIsStarted } from '../../shared/temporal/session-start';
import { eachOnItsOwn, type Alert } from '../each-on-its-own';
import { runs, suspectsAmong } from './running-workflows';

/** Compared with one question to visibility. */
const pageSize = 1_000;
/** More open sessions than that many pages hold are compared over several runs. */
const pagesPerRun = 50;
const youngMs = 10 * 60_000;
const cursorName = 'sessions';
const first: SessionId = 'ses_';
const ulidTimeLength = 10;
/** Younger rows may be between their commit and their start. */
const settledMs = 30_000;
const atOnce = 8;
const probeWithinMs = 5_000;

export interface SweepDeps {
  readonly db: Kysely<Database>;
  readonly temporal: Client;
  readonly sessions: SessionClient;
  readonly objects: ObjectStore;
  readonly clock: () => Date;
  /** Shows the sweep is alive, page by page. */
  readonly heartbeat: () => void;
  readonly alert: Alert;
}

/** Rejects when Temporal is away, so that a batch of failures is known to be no row's fault. */
export async function probeTemporal({ temporal }: Pick<SweepDeps, 'temporal'>): Promise<void> {
  await temporal.withDeadline(Date.now() + probeWithinMs, () =>
    temporal.workflowService.getSystemInfo({}),
  );
}

interface Range {
  /** Not part of it. */
  readonly after: SessionId;
  /** Part of it; null: to the newest. */
  readonly upTo: SessionId | null;
}

/**
 * Every active row has a running workflow: one that was terminated, reset or never started is started from
 * its row. The youngest rows are compared at each run, since it is at their beginning that sessions lose
 * their workflow; then the others, on from where the last run stopped, and at their end from the beginning.
 */
export async function sweepSessions(deps: SweepDeps): Promise<{ readonly restarted: number }> {
  const youngest = idBefore(new Date(deps.clock().getTime() - youngMs));
  let { restarted } = await compare(deps, { after: youngest, upTo: null }, pagesPerRun);
  const older: Range = { after: await readCursor(deps), upTo: youngest };
  const compared = await compare(deps, older, pagesPerRun);
  restarted += compared.restarted;
  await keepCursor(deps, older.after, compared.stoppedAt ?? first);
  return { restarted };
}

async function compare(
  deps: SweepDeps,
  { after, upTo }: Range,
  mostPages: number,
): Promise<{ readonly restarted: number; readonly stoppedAt: SessionId | null }> {
  let [restarted, seen] = [0, after];
  for (let pages = 0; pages < mostPages; pages += 1) {
    const rows = await page(deps, { after: seen, upTo });
    const ids = new Set(
      await suspectsAmong(
        deps.temporal,
        rows.map(({ id }) => id),
      ),
    );
    const { done } = await eachOnItsOwn(
      rows.filter(({ id }) => ids.has(id)),
      {
        ...deps,
        what: 'the restart of a session',
        idsOf: ({ id }) => ({ sessionId: id }),
        atOnce,
        probe: () => probeTemporal(deps),
      },
      (row) => restart(deps, row),
    );
    restarted += done;
    deps.heartbeat();
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return { restarted, stoppedAt: null };
    seen = last.id;
  }
  return { restarted, stoppedAt: seen };
}

type ActiveRow = Pick<SessionRow, 'id'>;

function page({ db, clock }: SweepDeps, { after, upTo }: Range): Promise<readonly ActiveRow[]> {
  return active(db)
    .select('id')
    .where('updated_at', '<', new Date(clock().getTime() - settledMs))
    .where('id', '>', after)
    .$if(upTo !== null, (query) => query.where('id', '<=', upTo ?? first))
    .orderBy('id')
    .limit(pageSize)
    .execute();
}

function active(db: Kysely<Database>) {
  return db.selectFrom('sessions').where('status', 'not in', [...terminalStatuses]);
}

/** A session that ended since its page was read is left alone; one that ends now, its own run finds ended. */
async function restart(deps: SweepDeps, { id }: ActiveRow): Promise<boolean> {
  if (await runs(deps.temporal, id)) return false;
  const row = await active(deps.db).select(whatIsStarted).where('id', '=', id).executeTakeFirst();
  if (row === undefined) return false;
  await deps.sessions.start(row);
  return true;
}

/** Stands before every session's id that was given out from then on. */
function idBefore(at: Date): SessionId {
  return `ses_${encodeTime(at.getTime(), ulidTimeLength).toLowerCase()}`;
}

async function readCursor({ db }: SweepDeps): Promise<SessionId> {
  const row = await db
    .selectFrom('sweep_cursors')
    .select('after')
    .where('name', '=', cursorName)
    .executeTakeFirst();
  return row !== undefined && isId('session', row.after) ? row.after : first;
}

/** Where all fits into one run there is nothing to write. */
async function keepCursor(
  { db, clock }: SweepDeps,
  before: SessionId,
  after: SessionId,
): Promise<void> {
  if (before === after) return;
  const row = { after, updated_at: clock() };
  await db
    .insertInto('sweep_cursors')
    .values({ name: cursorName, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}
