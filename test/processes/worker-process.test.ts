import { z } from 'zod';
import { call, text } from './api-caller';
import { eventually } from './running-process';
import { startService, type RunningService } from './running-service';

const logLine = z.object({ level: z.number(), time: z.number(), msg: z.string() });
/** Twice what a stopping worker gives its activities. */
const stopWithinMs = 40_000;

describe('the worker as a process', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  test('ends a sandbox session, logs JSON without a personal word, stops at SIGTERM', async () => {
    const { apiUrl, sandboxKey: key } = service;
    const planted = 'planted-reference';
    const session = await call('POST', `${apiUrl}/api/v1/sessions`, {
      key,
      json: { external_ref: planted },
    });
    const url = `${apiUrl}/api/v1/sessions/${text(session.body, 'id')}`;
    const simulated = await call('POST', `${url}/simulate`, { key, json: { action: 'approve' } });
    expect(simulated.body).toMatchObject({ status: 'completed', simulated: true });
    expect((await call('GET', `${url}/result`, { key })).body).toMatchObject({
      status: 'approved',
      processing_mode: 'sandbox',
    });

    const stopped = service.worker.kill('SIGTERM').then(() => true);
    await eventually(
      'the worker to stop',
      async () => (service.worker.alive ? undefined : stopped),
      stopWithinMs,
    );
    const lines = service.worker
      .output()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => logLine.parse(JSON.parse(line)));
    expect(lines.map(({ msg }) => msg)).toContain('worker ready');
    expect(lines.at(-1)?.msg).toBe('worker stopped');
    expect(service.worker.output()).not.toContain(planted);
  });
});
