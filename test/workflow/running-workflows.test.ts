import type { Client } from '@temporalio/client';
import { runs, suspectsAmong } from '../../activities/session/running-workflows';
import { newId, type SessionId } from '../../shared/domain/ids';
import { connectTemporalClient, type TemporalClient } from '../../shared/temporal/connect-client';
import { eventually } from '../processes/running-process';
import { stackAddresses } from '../stack/addresses';

/** On the server that has visibility; nobody works on this queue. */
let connected: TemporalClient;
let temporal: Client;
beforeAll(() => {
  const address = stackAddresses().VERIFA_TEST_TEMPORAL_ADDRESS;
  connected = connectTemporalClient({ address, namespace: 'default', environment: {} });
  temporal = connected.client;
});
afterAll(() => connected.close());

const start = (workflowId: SessionId) =>
  temporal.workflow.start('sessionWorkflow', { taskQueue: 'nobody', workflowId });
const end = (id: SessionId) => temporal.workflow.getHandle(id).terminate('done');
const manyIds = (count: number): SessionId[] =>
  Array.from({ length: count }, () => newId('session'));

test('where all run there is no suspect; one that was terminated and one that never ran are found among many', async () => {
  const ids = manyIds(64);
  await Promise.all(ids.map(start));
  await eventually('all to be seen', async () =>
    (await suspectsAmong(temporal, ids)).length === 0 ? true : undefined,
  );
  const [terminated, never] = [ids[17] ?? newId('session'), newId('session')];
  await end(terminated);
  const asked = [...ids, never];
  const suspects = await eventually('the end to be seen', async () => {
    const found = await suspectsAmong(temporal, asked);
    return found.includes(terminated) ? found : undefined;
  });
  expect(suspects).toContain(never);
  // Two quarters of a quarter: the others are not described.
  expect(suspects.length).toBeLessThanOrEqual(16);
  const missing: SessionId[] = [];
  for (const id of suspects) if (!(await runs(temporal, id))) missing.push(id);
  expect(missing).toEqual([terminated, never]);
  await Promise.all(ids.filter((id) => id !== terminated).map(end));
});

test('a second run of a terminated workflow counts once', async () => {
  const [id, other] = [newId('session'), newId('session')];
  await start(id);
  await end(id);
  await start(id);
  await eventually('the second run to be seen', async () =>
    (await suspectsAmong(temporal, [id])).length === 0 ? true : undefined,
  );
  expect(await suspectsAmong(temporal, [id, other])).toEqual([id, other]);
  await end(id);
});

test('what visibility cannot say is looked at one by one', async () => {
  const broken = connectTemporalClient({
    address: stackAddresses().VERIFA_TEST_TEMPORAL_ADDRESS,
    namespace: 'no-such-namespace',
    environment: {},
  });
  const ids = manyIds(20);
  expect(await suspectsAmong(broken.client, ids)).toEqual(ids);
  await broken.close();
});
