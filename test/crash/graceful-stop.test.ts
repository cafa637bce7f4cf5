import { Agent } from 'node:http';
import { connectTemporalClient } from '../../shared/temporal/connect-client';
import { call, text } from '../processes/api-caller';
import { askOnce, startKeepAliveClients } from '../processes/keep-alive-clients';
import { startService, type RunningService } from '../processes/running-service';

/** SIGTERM in the middle of work: nobody's request is cut, and the process is gone in seconds. */
let service: RunningService;
beforeAll(async () => {
  service = await startService({ SHUTDOWN_DELAY_SECONDS: '1' });
}, 180_000);
afterAll(() => service.stop());

it('30 clients that keep their connections lose no request', async () => {
  const { apiUrl, liveKey } = service;
  const readiness: string[] = [];
  const probes = async (): Promise<void> => {
    const agent = new Agent();
    for (;;) {
      const ending = await askOnce(agent, `${apiUrl}/readyz`, liveKey);
      if (ending === 'ECONNREFUSED') return;
      // A connection that waited to be taken when nobody took one any more was answered nothing.
      if (/^\d+$/.test(ending)) readiness.push(ending);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const clients = startKeepAliveClients(30, `${apiUrl}/api/v1/sessions?limit=1`, liveKey);
  const probing = probes();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const idle = new Agent({ keepAlive: true });
  await askOnce(idle, `${apiUrl}/healthz`, liveKey);
  const begunAt = Date.now();
  await service.api.kill('SIGTERM');
  const lastedMs = Date.now() - begunAt;
  await Promise.all([clients.gone, probing]);
  idle.destroy();
  expect([...clients.seen.keys()]).toEqual(['200']);
  expect(readiness).toContain('200');
  // Told to go elsewhere while it still answers.
  expect(readiness.at(-1)).toBe('503');
  expect(lastedMs).toBeGreaterThan(1_000);
  expect(lastedMs).toBeLessThan(10_000);
});

it('every workflow that an answer promised is started before the process ends', async () => {
  const leaving = await startService();
  try {
    const { apiUrl, liveKey: key, namespace, temporalAddress: address } = leaving;
    const create = () => call('POST', `${apiUrl}/api/v1/sessions`, { key, json: {} });
    const made = await Promise.all(Array.from({ length: 60 }, create));
    await leaving.api.kill('SIGTERM');
    const temporal = connectTemporalClient({ address, namespace, environment: {} });
    try {
      for (const { body } of made) {
        const handle = temporal.client.workflow.getHandle(text(body, 'id'));
        expect((await handle.describe()).status.name).toBe('RUNNING');
      }
    } finally {
      await temporal.close();
    }
  } finally {
    await leaving.stop();
  }
}, 180_000);
