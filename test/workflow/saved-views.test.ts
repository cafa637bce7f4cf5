import { readFile } from 'node:fs/promises';
import { ScheduleOverlapPolicy } from '@temporalio/client';
import { createDeliveryWorkflows } from '../../activities/webhooks/delivery-workflows';
import { dispatchEvents } from '../../activities/webhooks/outbox';
import { ensureSweepSchedule } from '../../services/worker/sweep-schedule';
import { isId, type SessionId } from '../../shared/domain/ids';
import { sessionsQueue } from '../../shared/temporal/names';
import { savedViews, viewOfSession } from '../../shared/temporal/saved-views';
import { searchAttributeKeys as keys } from '../../shared/temporal/search-attributes';
import { startApi, type RunningApi } from '../api/running-api';
import { eventually } from '../processes/running-process';

const wedged = 'workflow-of-no-type';
const hourMs = 3_600_000;

/** Every view asked of a real server's list, over workflows of every kind. */
let api: RunningApi;
let ids: Readonly<Record<'approved' | 'declined' | 'reviewed' | 'expired' | 'waiting', SessionId>>;
let delivery: { readonly id: string; readonly endpoint_id: string };
/** Of the session that waits for its person. */
let deadline: Date;

beforeAll(async () => {
  api = await startApi({ worker: true });
  const key = api.sandboxKey;
  const endpoint = await api.ask('POST', '/api/v1/webhooks/endpoints', {
    key,
    json: { url: 'http://127.0.0.1:5999/hook' },
  });
  expect(endpoint.status).toBe(201);
  ids = {
    approved: await simulated('approve'),
    declined: await simulated('decline'),
    reviewed: await simulated('require-review'),
    expired: await simulated('expire'),
    // Nobody sends mail here.
    waiting: sessionId(await api.create({ send_email: true, applicant_email: 'a@b.example' })),
  };
  const { deadline_at: at } = await api.db
    .selectFrom('sessions')
    .select('deadline_at')
    .where('id', '=', ids.waiting)
    .executeTakeFirstOrThrow();
  deadline = at ?? new Date(NaN);
  delivery = await deliverInTrouble();
  await api.temporal.workflow.start('noSuchWorkflow', {
    taskQueue: sessionsQueue,
    workflowId: wedged,
  });
  await ensureSweepSchedule(api.temporal);
  await api.temporal.schedule.getHandle('verifa-sweep').trigger(ScheduleOverlapPolicy.SKIP);
});
afterAll(() => api.stop());

async function simulated(action: string): Promise<SessionId> {
  const key = api.sandboxKey;
  const id = sessionId(await api.create({}, key));
  const json = { action };
  const { status } = await api.ask('POST', `/api/v1/sessions/${id}/simulate`, { key, json });
  expect(status).toBe(200);
  return id;
}

function sessionId(value: string): SessionId {
  if (!isId('session', value)) throw new Error(`${value} is no session`);
  return value;
}

/** The workflow of a webhook whose first try failed, as the dispatcher starts it. */
async function deliverInTrouble(): Promise<{ readonly id: string; readonly endpoint_id: string }> {
  await dispatchEvents(api.db, new Date(), { except: [] });
  const row = await api.db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('session_id', '=', ids.approved)
    .where('event_type', '=', 'session.approved')
    .executeTakeFirstOrThrow();
  await api.db
    .insertInto('webhook_tries')
    .values({
      delivery_id: row.id,
      round: 1,
      try_number: 1,
      status_code: 503,
      error_code: 'status_not_2xx',
      duration_ms: 1,
      answer: null,
      at: new Date(),
    })
    .execute();
  const { failed } = await createDeliveryWorkflows({
    workflows: api.temporal.workflow,
    db: api.db,
    clock: () => new Date(),
    alert: () => undefined,
    onError: (cause) => {
      throw cause;
    },
  }).start([row]);
  expect(failed).toEqual([]);
  return row;
}

async function list(query: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { workflowId } of api.temporal.workflow.list({ query })) found.push(workflowId);
  return found.sort();
}

/** Visibility lags behind: what is to be found is waited for, and nothing else may be there. */
async function finds(name: string, expected: readonly string[], now: Date): Promise<void> {
  const view = savedViews(now).find((one) => one.name === name);
  if (view === undefined) throw new Error(`there is no view ${name}`);
  const sorted = [...expected].sort();
  const found = await eventually(`the view ${name} to find ${sorted.join(', ')}`, async () => {
    const ids = await list(view.query);
    return sorted.every((id) => ids.includes(id)) ? ids : undefined;
  });
  expect(found).toEqual(sorted);
}

test('each view finds what it says, and nothing else', async () => {
  await finds('Approved', [ids.approved], deadline);
  await finds('Declined', [ids.declined], deadline);
  await finds('Under review', [ids.reviewed], deadline);
  await finds('Expired or failed', [ids.expired], deadline);
  await finds('Expiring today', [ids.waiting], deadline);
  await finds('Overdue', [], deadline);
  await finds('Overdue', [ids.waiting], new Date(deadline.getTime() + 2 * hourMs));
  await finds('Deliveries in trouble', [delivery.id], deadline);
  await finds('Invitations waiting', [`${ids.waiting}-invitation-1`], deadline);
  await finds('At a gate', [], deadline);
  await finds('High risk', [ids.reviewed], deadline);
  await finds('Housekeeping that failed', [], deadline);
  await finds('Stuck', [wedged], deadline);
});

test('sweeps have a view of their own, and stand in no other', async () => {
  const views = savedViews(deadline);
  const isSweep = (id: string): boolean => id.startsWith('verifa-sweep');
  await eventually('a sweep', async () => {
    const found = await list(`${keys.kind.name} = "sweep"`);
    return found.length > 0 && found.every(isSweep) ? true : undefined;
  });
  for (const { name, query } of views.filter(({ name: other }) => other !== 'Sweeps')) {
    expect([name, (await list(query)).filter(isSweep)]).toEqual([name, []]);
  }
});

test('one session’s workflows are found by its id: its own, its webhooks, its invitations', async () => {
  expect(await list(viewOfSession(ids.approved))).toEqual([delivery.id, ids.approved].sort());
  expect(await list(viewOfSession(ids.waiting))).toEqual([
    ids.waiting,
    `${ids.waiting}-invitation-1`,
  ]);
});

test('a delivery in trouble tells whose it is, and how its last try ended', async () => {
  const described = await api.temporal.workflow.getHandle(delivery.id).describe();
  const told = described.typedSearchAttributes;
  expect(told.get(keys.session)).toBe(ids.approved);
  expect(told.get(keys.endpoint)).toBe(delivery.endpoint_id);
  expect(told.get(keys.eventType)).toEqual(['session.approved']);
  expect(told.get(keys.environment)).toBe('sandbox');
  const details = await described.staticDetails();
  expect(details).toContain('status 503 (status_not_2xx)');
  expect(details).toContain(`/webhooks/${delivery.endpoint_id}/deliveries/${delivery.id}`);
});

test('deploy/TEMPORAL.md has every view, and every search attribute', async () => {
  const page = await readFile('deploy/TEMPORAL.md', 'utf8');
  for (const { name, query } of savedViews(new Date())) {
    expect(page).toContain(`| ${name} `);
    expect(page).toContain(query.replaceAll(/"\d{4}-[^"]+"/g, '"…"').replaceAll('|', '\\|'));
  }
  for (const { name } of Object.values(keys)) expect(page).toContain(`\`${name}\``);
});
