import { createServer } from 'node:http';
import type { Client } from '@temporalio/client';
import { isId, type SessionId } from '../../shared/domain/ids';
import { connectTemporalClient } from '../../shared/temporal/connect-client';
import { startRelay, type Relay } from '../limits/silent-server';
import { call, text } from '../processes/api-caller';
import { eventually } from '../processes/running-process';
import { startService, type RunningService } from '../processes/running-service';
import { stackAddresses } from '../stack/addresses';
import { freePort } from '../stack/free-port';
import { scrape, type Scrape } from './exposition';

/** API and worker as real processes, watched as Prometheus would. */
export interface WatchedService {
  readonly service: RunningService;
  readonly temporal: Client;
  /** Before the object store. */
  readonly relay: Relay;
  /** A receiver of webhooks that says it is gone for good. */
  readonly goneReceiver: string;
  scrape(): Promise<Scrape>;
  /** Again and again, until it is as said. */
  scraped(what: string, isIt: (scraped: Scrape) => boolean): Promise<Scrape>;
  /** One more run, until this activity of it has ended so. */
  sweep(activity: string, result: string): Promise<void>;
  create(json?: Record<string, unknown>): Promise<SessionId>;
  approve(id: SessionId): Promise<void>;
  stop(): Promise<void>;
}

/** The sum over all series of a metric whose labels have these. */
export function sumOf(scraped: Scrape, name: string, labels = ''): number {
  return [...scraped]
    .filter(([series]) => series.startsWith(`${name}{`) && series.includes(labels))
    .reduce((sum, [, value]) => sum + value, 0);
}

export function activities(scraped: Scrape, activity: string, result: string): number {
  return sumOf(scraped, 'verifa_activities_total', `activity="${activity}",result="${result}"`);
}

export async function watchService(): Promise<WatchedService> {
  const store = new URL(stackAddresses().VERIFA_TEST_S3_ENDPOINT);
  const relay = await startRelay({ host: store.hostname, port: Number(store.port) });
  const receiver = await startGoneReceiver();
  const [apiPort, workerPort] = [String(await freePort()), String(await freePort())];
  const workerAdmin = `http://127.0.0.1:${workerPort}`;
  const service = await startService(
    { S3_ENDPOINT: `http://127.0.0.1:${String(relay.port)}` },
    { api: { ADMIN_PORT: apiPort }, worker: { ADMIN_PORT: workerPort } },
  );
  await eventually('the worker to be alive', async () => {
    const answer = await fetch(`${workerAdmin}/livez`).catch(() => undefined);
    return answer?.ok === true ? true : undefined;
  });
  const temporal = connectTemporalClient({
    address: service.temporalAddress,
    namespace: service.namespace,
    environment: {},
  });
  const { apiUrl, sandboxKey: key } = service;
  const scrapeBoth = async (): Promise<Scrape> => {
    const api = await scrape('verifa-api', `http://127.0.0.1:${apiPort}`);
    return new Map([...api, ...(await scrape('verifa-worker', workerAdmin))]);
  };
  const scraped: WatchedService['scraped'] = (what, isIt) =>
    eventually(what, async () => {
      const now = await scrapeBoth();
      return isIt(now) ? now : undefined;
    });
  return {
    service,
    temporal: temporal.client,
    relay,
    goneReceiver: receiver.url,
    scrape: scrapeBoth,
    scraped,
    async sweep(activity, result) {
      const before = activities(await scrapeBoth(), activity, result);
      await temporal.client.schedule.getHandle('verifa-sweep').trigger();
      await scraped(`${activity} ${result}`, (now) => activities(now, activity, result) > before);
    },
    async create(json = {}) {
      const created = await call('POST', `${apiUrl}/api/v1/sessions`, { key, json });
      const id = text(created.body, 'id');
      if (!isId('session', id)) throw new Error(`${id} is no session`);
      return id;
    },
    async approve(id) {
      const url = `${apiUrl}/api/v1/sessions/${id}/simulate`;
      await call('POST', url, { key, json: { action: 'approve' } });
    },
    async stop() {
      await temporal.close();
      await service.stop();
      await relay.stop();
      await receiver.stop();
    },
  };
}

async function startGoneReceiver(): Promise<{ readonly url: string; stop(): Promise<unknown> }> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(410).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}/hook`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
