import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../stack/free-port';
import { capture, complete, decidedSession } from '../whole-way/capture-by-curl';
import { madeUpPictures, type MadeUpPictures } from '../whole-way/made-up-pictures';
import { call } from './api-caller';
import { eventually } from './running-process';
import { startService, type RunningService } from './running-service';
import { startWebhookReceiver, type WebhookReceiver } from './webhook-receiver';

/** One worker process serves sessions alone until another one with all else is started beside it. */
let service: RunningService;
let pictures: MadeUpPictures;
let receiver: WebhookReceiver;
let noModels: string;
let [sessionsAdmin, othersAdmin] = ['', ''];

beforeAll(async () => {
  noModels = await mkdtemp(join(tmpdir(), 'verifa-no-models-'));
  const port = await freePort();
  sessionsAdmin = `http://127.0.0.1:${String(port)}`;
  [service, pictures, receiver] = await Promise.all([
    startService(
      {},
      {
        worker: {
          WORKER_QUEUES: 'sessions',
          MAX_CONCURRENT_SESSION_ACTIVITIES: '33',
          MAX_CONCURRENT_LOCAL_ACTIVITIES: '34',
          MAX_CONCURRENT_WORKFLOW_TASKS: '35',
          ADMIN_PORT: String(port),
          // Models would be put here before the worker is ready.
          VERIFA_CACHE_DIR: noModels,
        },
      },
    ),
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
  await rm(noModels, { recursive: true, force: true });
});

async function ready(admin: string): Promise<void> {
  await eventually('the worker to be ready', async () => {
    const answer = await fetch(`${admin}/readyz`).catch(() => undefined);
    return answer?.ok === true ? true : undefined;
  });
  expect((await fetch(`${admin}/livez`)).status).toBe(200);
}

async function polled(admin: string): Promise<readonly (string | undefined)[]> {
  const exposed = await (await fetch(`${admin}/metrics`)).text();
  return [...exposed.matchAll(/^verifa_worker_polling\{queue="(.*)"\} 1$/gm)]
    .map(([, queue]) => queue)
    .sort();
}

test('a process with sessions alone is ready without models, and leaves checks and webhooks to one with the rest, which ends the session', async () => {
  await ready(sessionsAdmin);
  expect(await polled(sessionsAdmin)).toEqual(['verifa-sessions']);
  expect(await (await fetch(`${sessionsAdmin}/metrics`)).text()).not.toMatch(/^verifa_check_pool/m);

  const person = await pictures.person(3);
  const captured = await capture(service.apiUrl, service.liveKey, {
    front: await pictures.passport(person, { rotationDegrees: 2 }),
    selfie: await pictures.selfie(3),
    country: 'NL',
  });
  await complete(captured);
  const { sessionId } = captured;
  await eventually('the checks to be asked for', async () => {
    const { body } = await call('GET', `${service.apiUrl}/api/v1/sessions/${sessionId}`, {
      key: service.liveKey,
    });
    return body['status'] === 'processing' ? true : undefined;
  });
  expect(await readdir(noModels)).toEqual([]);
  expect(receiver.received).toEqual([]);
  const undispatched = await service.db.selectFrom('outbox').select('event_id').execute();
  expect(undispatched.length).toBeGreaterThan(0);

  const port = await freePort();
  othersAdmin = `http://127.0.0.1:${String(port)}`;
  service.startAnotherWorker({
    WORKER_QUEUES: 'checks,deliveries,lists',
    ADMIN_PORT: String(port),
  });
  await ready(othersAdmin);
  expect(await polled(othersAdmin)).toEqual(['verifa-checks', 'verifa-deliveries', 'verifa-lists']);
  const session = await decidedSession(service.apiUrl, service.liveKey, sessionId);
  expect(session.body).toMatchObject({ status: 'completed', processing_attempts: 1 });
  await eventually('the webhook of its decision', () =>
    Promise.resolve(
      receiver.received.some(
        ({ body }) => body['session_id'] === sessionId && body['event'] === 'session.approved',
      ) || undefined,
    ),
  );
  expect(await readdir(noModels)).toEqual([]);
});

test('a worker has the slots that its settings say', async () => {
  const wanted = { ActivityWorker: 33, LocalActivityWorker: 34, WorkflowWorker: 35 };
  await eventually('all slots to be free, as many as there are', async () => {
    const exposed = await (await fetch(`${sessionsAdmin}/metrics`)).text();
    const free = exposed
      .split('\n')
      .filter((line) => line.startsWith('temporal_worker_task_slots_available{'));
    const isSo = Object.entries(wanted).every(([kind, count]) =>
      free.some((line) => line.includes(`"${kind}"`) && line.endsWith(` ${String(count)}`)),
    );
    return isSo || undefined;
  });
});

test('a name that is no queue ends the process, and its error names it', async () => {
  const worker = service.startAnotherWorker({ WORKER_QUEUES: 'sessions,cheks' });
  await eventually('the worker to end', () => Promise.resolve(worker.alive ? undefined : true));
  expect(worker.exitCode).toBe(1);
  expect(worker.output()).toContain('WORKER_QUEUES');
  expect(worker.output()).toContain('cheks');
});
