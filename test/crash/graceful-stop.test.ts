import { Agent, request } from 'node:http';
import { startService, type RunningService } from '../processes/running-service';

/** SIGTERM in the middle of work: nobody's request is cut, and the process is gone in seconds. */
let service: RunningService;
beforeAll(async () => {
  service = await startService({ SHUTDOWN_DELAY_SECONDS: '1' });
}, 180_000);
afterAll(() => service.stop());

type Outcome = { readonly kind: 'answered'; readonly status: number } | { readonly kind: string };

function ask(agent: Agent, path: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const headers = { 'X-API-Key': service.liveKey };
    const sent = request(`${service.apiUrl}${path}`, { agent, headers }, (response) => {
      response.resume();
      response.once('end', () => resolve({ kind: 'answered', status: response.statusCode ?? 0 }));
      response.once('error', ({ message }) => resolve({ kind: message }));
    });
    sent.once('error', (error: NodeJS.ErrnoException) => resolve({ kind: error.code ?? 'broken' }));
    sent.end();
  });
}

it('30 clients that keep their connections lose no request', async () => {
  const seen = new Map<string, number>();
  const readiness: number[] = [];
  const count = (name: string): void => void seen.set(name, (seen.get(name) ?? 0) + 1);
  const client = async (): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      const outcome = await ask(agent, '/api/v1/sessions?limit=1');
      // Nobody listens any more: this client would go to another process now.
      if (outcome.kind === 'ECONNREFUSED') break;
      count('status' in outcome ? String(outcome.status) : outcome.kind);
    }
    agent.destroy();
  };
  const probes = async (): Promise<void> => {
    const agent = new Agent();
    for (;;) {
      const outcome = await ask(agent, '/readyz');
      if (!('status' in outcome)) return;
      readiness.push(outcome.status);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const running = [probes(), ...Array.from({ length: 30 }, client)];
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const idle = new Agent({ keepAlive: true });
  await ask(idle, '/healthz');
  const begunAt = Date.now();
  await service.api.kill('SIGTERM');
  const lastedMs = Date.now() - begunAt;
  await Promise.all(running);
  idle.destroy();
  expect([...seen.keys()]).toEqual(['200']);
  expect(readiness).toContain(200);
  // Told to go elsewhere while it still answers.
  expect(readiness.at(-1)).toBe(503);
  expect(lastedMs).toBeGreaterThan(1_000);
  expect(lastedMs).toBeLessThan(10_000);
});
