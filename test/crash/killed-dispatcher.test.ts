import { call, text } from '../processes/api-caller';
import { eventually } from '../processes/running-process';
import { runningDeliveries } from '../processes/running-deliveries';
import { startService, type RunningService } from '../processes/running-service';
import { freePort } from '../stack/free-port';
import { startScriptedReceiver } from '../webhooks/scripted-receiver';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** What one process has in flight to a receiver that it does not know yet. */
const mostInFlight = 8;
/** A lease has to lapse, and a dispatcher to look. */
const takenOverWithinMs = 120_000;

async function addEndpoint(url: string): Promise<string> {
  const made = await call('POST', `${service.apiUrl}/api/v1/webhooks/endpoints`, {
    key: service.liveKey,
    json: { url },
  });
  expect(made.status).toBe(201);
  return text(made.body, 'id');
}

async function removeEndpoint(id: string): Promise<void> {
  const { apiUrl, liveKey: key } = service;
  await call('DELETE', `${apiUrl}/api/v1/webhooks/endpoints/${id}`, { key });
}

async function createSessions(count: number): Promise<void> {
  const { apiUrl, liveKey: key } = service;
  const created = await Promise.all(
    Array.from({ length: count }, () =>
      call('POST', `${apiUrl}/api/v1/sessions`, { key, json: {} }),
    ),
  );
  expect(created.every(({ status }) => status === 201)).toBe(true);
}

function deliveriesTo(id: string) {
  return service.db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('endpoint_id', '=', `whe_${id.replace(/^whe_/, '')}`)
    .execute();
}

function statuses(id: string, status: string): Promise<true> {
  return eventually(
    `all deliveries to be ${status}`,
    async () => {
      const rows = await deliveriesTo(id);
      return rows.length > 0 && rows.every((row) => row.status === status) ? true : undefined;
    },
    takenOverWithinMs,
  );
}

test('kill -9 in the middle of a batch of first tries: every event arrives, under one key, and nothing is left over', async () => {
  const receiver = await startScriptedReceiver(['wait']);
  const endpoint = await addEndpoint(receiver.url);
  await createSessions(12);
  await eventually('the batch', () =>
    Promise.resolve(receiver.openNow() === mostInFlight ? true : undefined),
  );
  await service.worker.kill('SIGKILL');
  receiver.release();
  service.startWorker();
  await statuses(endpoint, 'delivered');

  const deliveries = await deliveriesTo(endpoint);
  const arrived = new Map<unknown, Set<unknown>>();
  for (const { headers } of receiver.received) {
    const keys = arrived.get(headers['x-verifa-delivery-id']) ?? new Set();
    arrived.set(headers['x-verifa-delivery-id'], keys.add(headers['webhook-id']));
  }
  expect(arrived).toEqual(new Map(deliveries.map((row) => [row.id, new Set([row.event_id])])));
  const cut = await service.db
    .selectFrom('webhook_tries')
    .select('delivery_id')
    .where('error_code', '=', 'interrupted')
    .execute();
  expect(cut).toHaveLength(mostInFlight);
  await eventually('no delivery workflow', async () =>
    (await runningDeliveries(service)) === 0 ? true : undefined,
  );
  await removeEndpoint(endpoint);
  await receiver.close();
}, 240_000);

test('SIGTERM in the middle of first tries: they end, are recorded, and none is made again', async () => {
  const receiver = await startScriptedReceiver(['wait']);
  const endpoint = await addEndpoint(receiver.url);
  await createSessions(3);
  const open = await eventually('the tries', async () => {
    const rows = await deliveriesTo(endpoint);
    return rows.length >= 3 && receiver.openNow() === rows.length ? rows.length : undefined;
  });
  const stopped = service.worker.kill('SIGTERM');
  receiver.release();
  await stopped;
  expect((await deliveriesTo(endpoint)).map((row) => row.status)).toEqual(
    Array<string>(open).fill('delivered'),
  );
  expect(receiver.received).toHaveLength(open);
  service.startWorker();
  await removeEndpoint(endpoint);
  await receiver.close();
}, 240_000);

test('an endpoint that is deleted leaves no delivery pending and no workflow running', async () => {
  const endpoint = await addEndpoint(`http://127.0.0.1:${String(await freePort())}/dead`);
  await createSessions(3);
  await eventually('workflows', async () =>
    (await runningDeliveries(service)) > 0 ? true : undefined,
  );
  await removeEndpoint(endpoint);
  await statuses(endpoint, 'failed');
  await eventually('no delivery workflow', async () =>
    (await runningDeliveries(service)) === 0 ? true : undefined,
  );
}, 240_000);
