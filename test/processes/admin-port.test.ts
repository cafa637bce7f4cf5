import { metricNames, definitionOf } from '../../shared/metrics/catalogue';
import { connectTemporalClient } from '../../shared/temporal/connect-client';
import { freePort } from '../stack/free-port';
import { call, text } from './api-caller';
import { eventually } from './running-process';
import { startService, type RunningService } from './running-service';

const queueLatency = 'temporal_activity_schedule_to_start_latency_seconds_bucket';
/** Of the SDK's: what rules, dashboards and `deploy/MONITORING.md` name. */
const sdkMetrics = [
  queueLatency,
  'temporal_request_total',
  'temporal_worker_task_slots_available',
  'temporal_sticky_cache_size',
];

/** Whoever reads a file of the test finds them; whoever reads metrics must not. */
const planted = {
  external_ref: 'planted-LISELOTTE-VOORBEELD',
  applicant_email: 'planted-liselotte@example.org',
  metadata: { note: 'planted-note' },
};

describe('the admin port of real processes', () => {
  let service: RunningService;
  let [apiAdmin, workerAdmin] = ['', ''];
  beforeAll(async () => {
    const [apiPort, workerPort] = [await freePort(), await freePort()];
    apiAdmin = `http://127.0.0.1:${String(apiPort)}`;
    workerAdmin = `http://127.0.0.1:${String(workerPort)}`;
    service = await startService(
      {},
      {
        api: { ADMIN_PORT: String(apiPort) },
        worker: { ADMIN_PORT: String(workerPort) },
      },
    );
    await eventually('the worker to be alive', async () => {
      const answer = await fetch(`${workerAdmin}/livez`).catch(() => undefined);
      return answer?.ok === true ? true : undefined;
    });
  });
  afterAll(() => service.stop());

  const read = async (url: string): Promise<string> => (await fetch(url)).text();

  test('a session’s way is counted, and no label of any process holds a word or an id of it', async () => {
    const { apiUrl, sandboxKey: key } = service;
    const session = await call('POST', `${apiUrl}/api/v1/sessions`, { key, json: planted });
    const id = text(session.body, 'id');
    const url = `${apiUrl}/api/v1/sessions/${id}`;
    await call('POST', `${url}/simulate`, { key, json: { action: 'approve' } });
    await call('GET', `${url}/result`, { key });
    await fetch(`${apiUrl}/verify/planted-token-in-a-path`);
    await call('GET', `${apiUrl}/planted-path?name=planted-LISELOTTE`);
    await call('DELETE', `${apiUrl}/planted-path`);

    const worker = await eventually('the transition to be counted', async () => {
      const exposed = await read(`${workerAdmin}/metrics`);
      return /verifa_transitions_total\{event="outcome.approve",to="completed"\} [1-9]/.test(
        exposed,
      )
        ? exposed
        : undefined;
    });
    const api = await read(`${apiAdmin}/metrics`);
    expect(api).toMatch(
      /verifa_http_seconds_count\{route="POST \/api\/v1\/sessions",status="201"\} 1/,
    );
    expect(api).toMatch(/verifa_http_seconds_count\{route="unknown",status="404"\} 2/);
    expect(worker).toMatch(
      /verifa_activities_total\{activity="commitTransition",result="completed"\} [1-9]/,
    );
    for (const exposed of [api, worker]) {
      expect(exposed).not.toMatch(/planted|LISELOTTE|@example/i);
      expect(exposed).not.toContain(id);
      expect(exposed).not.toMatch(/(ses|org|evt|whd|key|lnk)_[0-9a-hjkmnp-tv-z]{26}/);
    }
  });

  test('every metric of a process is exposed, and of a worker the Temporal SDK’s, on the one port', async () => {
    // An activity that is no local one: the latency of its queue is exposed from then on.
    const temporal = connectTemporalClient({
      address: service.temporalAddress,
      namespace: service.namespace,
      environment: {},
    });
    await temporal.client.schedule.getHandle('verifa-sweep').trigger();
    await temporal.close();
    const worker = await eventually('every gauge to be read, and a sweep to run', async () => {
      const exposed = await read(`${workerAdmin}/metrics`);
      const isRead = /^verifa_workflows_in_trouble /m.test(exposed);
      // What the SDK says is read before what is ours.
      return isRead && exposed.includes(`\n${queueLatency}{`) ? exposed : undefined;
    });
    const api = await read(`${apiAdmin}/metrics`);
    for (const name of metricNames) {
      const { of, kind } = definitionOf(name);
      for (const [who, exposed] of [['api', api] as const, ['worker', worker] as const]) {
        const isIts = of === who || of === 'both';
        expect([name, exposed.includes(`# TYPE ${name} ${kind}`)]).toEqual([name, isIts]);
      }
    }
    const failures = worker
      .split('\n')
      .filter((line) => /^verifa_metrics_failures_total\{.*[1-9]$/.test(line));
    expect(failures).toEqual([]);
    expect(sdkMetrics.filter((name) => !worker.includes(`\n${name}{`))).toEqual([]);
  });

  test('a worker is alive and ready, and says so of each task queue', async () => {
    expect((await fetch(`${workerAdmin}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${workerAdmin}/health`)).json()).toEqual({
      status: 'ok',
      parts: { postgres: 'ok', temporal: 'ok', object_store: 'ok' },
    });
    const polled = [
      ...(await read(`${workerAdmin}/metrics`)).matchAll(
        /^verifa_worker_polling\{queue="(verifa-\w+)"\} 1$/gm,
      ),
    ];
    expect(polled.map(([, queue]) => queue).sort()).toEqual([
      'verifa-checks',
      'verifa-deliveries',
      'verifa-lists',
      'verifa-sessions',
    ]);
  });

  test('the public port answers nothing of it', async () => {
    for (const path of [
      '/metrics',
      '/livez',
      '/health',
      '/api/v1/metrics',
      '/console/../metrics',
    ]) {
      const answer = await fetch(`${service.apiUrl}${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text()).not.toMatch(/verifa_|# TYPE/);
    }
  });
});
