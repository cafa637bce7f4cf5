import { createWorkerHealth, type PollingWorker } from '../../../services/worker/worker-health';
import type { HealthProbes, PartState } from '../../../shared/health/probe';

type Status = ReturnType<PollingWorker['getStatus']>;
const polling: Status = {
  runState: 'RUNNING',
  workflowPollerState: 'POLLING',
  activityPollerState: 'POLLING',
};

function worker(taskQueue: string, status: Partial<Status> = {}): PollingWorker {
  return { options: { taskQueue }, getStatus: () => ({ ...polling, ...status }) };
}

function healthWith(down?: keyof HealthProbes) {
  const state = (part: keyof HealthProbes) => (): Promise<PartState> =>
    Promise.resolve(part === down ? 'down' : 'ok');
  const health = createWorkerHealth({
    postgres: state('postgres'),
    temporal: state('temporal'),
    objectStore: state('objectStore'),
  });
  const ask = async (path: string): Promise<number | undefined> =>
    (await health.pages[path]?.())?.status;
  return { health, live: () => ask('/livez'), ready: () => ask('/readyz') };
}

const all = [worker('verifa-sessions'), worker('verifa-checks')];

describe("a worker's probes", () => {
  test('starting: neither alive nor ready, so that a start that hangs is ended', async () => {
    const { live, ready } = healthWith();
    expect([await live(), await ready()]).toEqual([503, 503]);
  });

  test('all its workers run and poll: alive and ready', async () => {
    const { health, live, ready } = healthWith();
    health.running(all);
    expect([await live(), await ready()]).toEqual([200, 200]);
  });

  test.each<[string, Partial<Status>]>([
    ['failed', { runState: 'FAILED' }],
    ['was not started', { runState: 'INITIALIZED' }],
    ['polls no activities', { activityPollerState: 'FAILED' }],
    ['polls no workflows', { workflowPollerState: 'FAILED' }],
  ])('one of them %s: not alive, and its queue is 0', async (_, status) => {
    const { health, live, ready } = healthWith();
    health.running([worker('verifa-sessions'), worker('verifa-checks', status)]);
    expect([await live(), await ready()]).toEqual([503, 503]);
    expect((await health.source.read()).map(({ value }) => value)).toEqual([1, 0]);
  });

  test.each(['postgres', 'temporal', 'objectStore'] as const)(
    '%s is away: alive, since a restart mends nothing, and not ready',
    async (part) => {
      const { health, live, ready } = healthWith(part);
      health.running(all);
      expect([await live(), await ready()]).toEqual([200, 503]);
    },
  );

  test('stopping: alive until it is done, and not ready', async () => {
    const { health, live, ready } = healthWith();
    health.running(all);
    health.stopping();
    health.running(all);
    expect([await live(), await ready()]).toEqual([200, 503]);
  });
});
