import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sql, type RawBuilder } from 'kysely';
import { recordAudit } from '../../shared/audit/record-audit';
import type { SessionId } from '../../shared/domain/ids';
import { sessionsQueue } from '../../shared/temporal/names';
import { call } from '../processes/api-caller';
import { eventually } from '../processes/running-process';
import { freePort } from '../stack/free-port';
import { capture, complete } from '../whole-way/capture-by-curl';
import { madeUpPictures } from '../whole-way/made-up-pictures';
import { activities, sumOf, type WatchedService } from './watched-service';

const run = promisify(execFile);

/** All that goes wrong while every part is there; returns once the metrics tell of what is counted. */
export async function breakAll(watched: WatchedService): Promise<void> {
  await breakSweep(watched);
  await watched.temporal.workflow.start('workflowOfAnotherRelease', {
    workflowId: 'of-another-release',
    taskQueue: sessionsQueue,
  });
  await breakReceivers(watched);
  await killEngine(watched);
  await breakRows(watched);
  await breakOutbox(watched);
  await breakTable(watched, { table: 'sessions', when: 'INSERT', code: '53100' });
  await failingCreates(watched);
}

/** Postgres refuses new sessions as it does without room. */
export async function failingCreates({ service }: WatchedService): Promise<void> {
  for (let nth = 0; nth < 5; nth += 1) {
    const { status } = await call('POST', `${service.apiUrl}/api/v1/sessions`, {
      key: service.sandboxKey,
      json: {},
    });
    expect(status).toBeGreaterThanOrEqual(500);
  }
}

/** Eleven workflows end by a hand, and one part of the sweep finds its table broken. */
async function breakSweep(watched: WatchedService): Promise<void> {
  const { temporal } = watched;
  const lost = await Promise.all(Array.from({ length: 11 }, () => watched.create()));
  for (const id of lost) {
    await eventually('its workflow', async () =>
      temporal.workflow
        .getHandle(id)
        .terminate('by a test')
        .then(
          () => true as const,
          () => undefined,
        ),
    );
    await setSession(watched, id, sql`updated_at = now() - interval '10 minutes'`);
  }
  await breakTable(watched, { table: 'session_totals', when: 'INSERT OR UPDATE', code: 'XX000' });
  await temporal.schedule.getHandle('verifa-sweep').trigger();
  await watched.scraped(
    'the sweep to restart what was lost, and to fail elsewhere',
    (now) =>
      sumOf(now, 'verifa_sweep_restarted_total') >= 11 && activities(now, 'cleanUp', 'failed') >= 3,
  );
  for (const id of ['verifa-sweep', 'verifa-retention']) {
    await temporal.schedule.getHandle(id).pause('by a test');
  }
  // What was under way has ended: from now on nothing is put right.
  await eventually('the last sweep to end', async () => {
    const { info } = await temporal.schedule.getHandle('verifa-sweep').describe();
    return info.runningActions.length === 0 ? true : undefined;
  });
}

/** One receiver is gone for good, nobody listens where the other was. */
async function breakReceivers(watched: WatchedService): Promise<void> {
  const { apiUrl, sandboxKey: key } = watched.service;
  const nobody = `http://127.0.0.1:${String(await freePort())}/hook`;
  for (const url of [watched.goneReceiver, nobody]) {
    const made = await call('POST', `${apiUrl}/api/v1/webhooks/endpoints`, { key, json: { url } });
    expect(made.status).toBe(201);
  }
  await watched.approve(await watched.create());
  await watched.scraped(
    'tries to fail',
    (now) =>
      sumOf(now, 'verifa_delivery_tries_total', 'result="connection_refused"') > 0 &&
      sumOf(now, 'verifa_deliveries_given_up_total') > 0,
  );
}

async function killEngine(watched: WatchedService): Promise<void> {
  const { service } = watched;
  const pictures = await madeUpPictures();
  const captured = await capture(service.apiUrl, service.liveKey, {
    front: await pictures.passport(await pictures.person(3)),
    selfie: await pictures.selfie(3),
    country: 'NL',
  });
  await complete(captured);
  const engine = await eventually('a check process', async () => {
    const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,args=']);
    return stdout
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .find(
        ([, parent, ...args]) =>
          parent === String(service.worker.pid) && args.join(' ').includes('check-process.js'),
      )?.[0];
  });
  process.kill(Number(engine), 'SIGKILL');
  await watched.scraped(
    'its death to be counted',
    (now) => sumOf(now, 'verifa_check_process_deaths_total', 'reason="crashed"') > 0,
  );
}

/** Rows as a day that went wrong leaves them. */
async function breakRows(watched: WatchedService): Promise<void> {
  const { db, apiUrl, sandboxKey: key } = watched.service;
  const invited = { send_email: true, applicant_email: 'somebody@example.org' };
  const [late, stuck, kept, erased] = [
    await watched.create(),
    await watched.create(),
    await watched.create(),
    await watched.create(),
  ];
  await setSession(watched, late, sql`deadline_at = now() - interval '1 hour'`);
  await setSession(
    watched,
    stuck,
    sql`status = 'processing', updated_at = now() - interval '2 hours'`,
  );
  for (const id of [kept, erased]) await watched.approve(id);
  await setSession(watched, kept, sql`ended_at = now() - interval '400 days'`);
  await call('DELETE', `${apiUrl}/api/v1/sessions/${erased}/data`, { key });
  // Its workflow deletes the objects that there are, and is over then.
  await watched.temporal.workflow.getHandle(erased).result();
  await db
    .updateTable('erasures')
    .set({ pending_object_keys: [`${erased}/left`] })
    .where('session_id', '=', erased)
    .executeTakeFirstOrThrow();
  const waiting = await watched.create(invited);
  await db
    .updateTable('invitations')
    .set({ created_at: hoursAgo(2) })
    .where('session_id', '=', waiting)
    .execute();
  await db
    .updateTable('watchlists')
    .set({ checked_at: hoursAgo(10 * 24) })
    .execute();
  const { id: organizationId } = await db
    .selectFrom('organizations')
    .select('id')
    .executeTakeFirstOrThrow();
  await recordAudit(db, {
    organizationId,
    environment: 'sandbox',
    actorKind: 'system',
    actorId: null,
    action: 'session.read',
    resourceId: late,
    requestId: null,
    at: hoursAgo(1),
  });
}

/** Events that no dispatcher can take out of the outbox. */
async function breakOutbox(watched: WatchedService): Promise<void> {
  await breakTable(watched, { table: 'outbox', when: 'DELETE', code: 'XX000' });
  await watched.create();
  await sql`UPDATE events SET created_at = now() - interval '1 hour'
    WHERE id IN (SELECT event_id FROM outbox)`.execute(watched.service.db);
}

async function setSession(
  { service }: WatchedService,
  id: SessionId,
  change: RawBuilder<unknown>,
): Promise<void> {
  await sql`UPDATE sessions SET ${change} WHERE id = ${id}`.execute(service.db);
}

/** Whatever is written to the table fails from now on, as Postgres's own errors do. */
async function breakTable(
  { service }: WatchedService,
  { table, when, code }: Readonly<Record<'table' | 'when' | 'code', string>>,
): Promise<void> {
  await sql
    .raw(
      `CREATE FUNCTION break_${table}() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'broken by a test' USING ERRCODE = '${code}'; END $$;
      CREATE TRIGGER broken BEFORE ${when} ON ${table} FOR EACH ROW EXECUTE FUNCTION break_${table}()`,
    )
    .execute(service.db);
}

function hoursAgo(hours: number): Date {
  return new Date(Date.now() - hours * 3_600_000);
}
