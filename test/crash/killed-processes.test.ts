import { Connection, Client } from '@temporalio/client';
import { documentAndSelfieWorkflow } from '../../shared/domain/graph/default-workflow';
import { call, text } from '../processes/api-caller';
import { eventually } from '../processes/running-process';
import { startService, type RunningService } from '../processes/running-service';
import { startWebhookReceiver, type WebhookReceiver } from '../processes/webhook-receiver';
import { checksOfWorkflow } from '../workflow/checks-of-workflow';
import { capture, complete, decidedSession } from '../whole-way/capture-by-curl';
import { madeUpPictures, type MadeUpPictures } from '../whole-way/made-up-pictures';
import { expireLeases } from './expire-leases';

/** Processes die at the worst moments; the session ends as if nothing had happened. */
let service: RunningService;
let pictures: MadeUpPictures;
let receiver: WebhookReceiver;

beforeAll(async () => {
  [service, pictures, receiver] = await Promise.all([
    startService(),
    madeUpPictures(),
    startWebhookReceiver(),
  ]);
  const endpoint = await call('POST', `${service.apiUrl}/api/v1/webhooks/endpoints`, {
    key: service.liveKey,
    json: { url: receiver.url },
  });
  expect(endpoint.status).toBe(201);
});
afterAll(async () => {
  await service.stop();
  await receiver.close();
});

async function submitted(): Promise<string> {
  const person = await pictures.person(3);
  const captured = await capture(service.apiUrl, service.liveKey, {
    front: await pictures.passport(person, { rotationDegrees: 2 }),
    selfie: await pictures.selfie(3),
    country: 'NL',
  });
  await complete(captured);
  return captured.sessionId;
}

/** All events of a session arrive, in sequence, each under one key however often it was tried. */
async function expectEachEventOnce(sessionId: string, last: string): Promise<void> {
  const of = (): Map<unknown, Set<unknown>> => {
    const keys = new Map<unknown, Set<unknown>>();
    for (const { body } of receiver.received) {
      if (body['session_id'] !== sessionId) continue;
      const known = keys.get(body['sequence']) ?? new Set();
      keys.set(body['sequence'], known.add(body['idempotency_key']));
    }
    return keys;
  };
  const total = await eventually(`the event ${last}`, async () => {
    const rows = await service.db
      .selectFrom('events')
      .select(['type', 'sequence'])
      .where('session_id', '=', asSessionId(sessionId))
      .orderBy('sequence')
      .execute();
    return rows.some(({ type }) => type === last) ? rows.length : undefined;
  });
  await eventually('all events', () => Promise.resolve(of().size >= total ? true : undefined));
  expect([...of().keys()].sort((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: total }, (_, index) => index + 1),
  );
  for (const keys of of().values()) expect(keys.size).toBe(1);
}

function asSessionId(id: string): `ses_${string}` {
  return `ses_${id.replace(/^ses_/, '')}`;
}

async function expectApproved(sessionId: string): Promise<void> {
  const { apiUrl, liveKey: key } = service;
  const session = await decidedSession(apiUrl, key, sessionId);
  expect(session.body).toMatchObject({ status: 'completed', processing_attempts: 1 });
  const checks = await service.db
    .selectFrom('check_runs')
    .select(['check', 'status'])
    .where('session_id', '=', asSessionId(sessionId))
    .execute();
  expect(checks.map(({ check }) => check).sort()).toEqual(
    checksOfWorkflow(documentAndSelfieWorkflow),
  );
  // No list is loaded: that check says so, and nothing else.
  const others = checks.filter(({ check }) => check !== 'watchlist_screening');
  expect(others.every(({ status }) => status === 'passed')).toBe(true);
}

async function processing(sessionId: string): Promise<void> {
  await eventually('checks to run', async () => {
    const row = await service.db
      .selectFrom('sessions')
      .select('status')
      .where('id', '=', asSessionId(sessionId))
      .executeTakeFirstOrThrow();
    return row.status === 'processing' ? true : undefined;
  });
}

test('kill -9 of the worker while checks run: another one finishes them', async () => {
  const id = await submitted();
  await processing(id);
  await service.worker.kill('SIGKILL');
  service.startWorker();
  await expectApproved(id);
  await expectEachEventOnce(id, 'session.approved');
}, 180_000);

test('a workflow terminated by hand while checks run: started again from its row', async () => {
  const id = await submitted();
  await processing(id);
  const connection = await Connection.connect({ address: service.temporalAddress });
  const temporal = new Client({ connection, namespace: service.namespace });
  await temporal.workflow.getHandle(id).terminate('by hand');
  await connection.close();
  // A message that meets no workflow starts it at once; without one the sweep does, within a minute.
  const nudge = await call('POST', `${service.apiUrl}/api/v1/sessions/${id}/external-decision`, {
    key: service.liveKey,
    json: { decision: 'continue' },
  });
  expect([409, 202]).toContain(nudge.status);
  await expectApproved(id);
  await expectEachEventOnce(id, 'session.approved');
}, 180_000);

test('kill -9 of the API while sessions are created: each has its row, its workflow and one answer', async () => {
  const { apiUrl, liveKey: key } = service;
  const create = (n: number): Promise<string | null> =>
    call('POST', `${apiUrl}/api/v1/sessions`, {
      key,
      json: { external_ref: `crash-${String(n)}` },
      headers: { 'Idempotency-Key': `crash-${String(n)}` },
    }).then(
      (answer) => (answer.status === 201 ? text(answer.body, 'id') : null),
      () => null,
    );
  const firstTry = Promise.all(Array.from({ length: 12 }, (_, n) => create(n)));
  await eventually('a first row', async () => {
    const row = await service.db
      .selectFrom('sessions')
      .select('id')
      .where('external_ref', 'like', 'crash-%')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? undefined : true;
  });
  await service.api.kill('SIGKILL');
  const before = await firstTry;
  await service.startApi();
  await expireLeases(service.db);
  const ids: string[] = [];
  for (const [n, known] of before.entries()) {
    const id = await eventually(`session ${String(n)}`, async () => (await create(n)) ?? undefined);
    if (known !== null) expect(id).toBe(known);
    ids.push(id);
  }
  const rows = await service.db
    .selectFrom('sessions')
    .select('id')
    .where('external_ref', 'like', 'crash-%')
    .execute();
  expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
  for (const id of ids) {
    const expired = await call('POST', `${apiUrl}/api/v1/sessions/${id}/expire`, { key, json: {} });
    expect(expired.body).toMatchObject({ id, status: 'expired' });
  }
}, 240_000);
