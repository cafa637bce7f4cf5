import type { CheckEngines } from '../../activities/checks/engines/engines';
import { instantEngines } from '../tools/bench/instant-engines';
import { startApi } from '../api/running-api';
import { call, text, type AnswerBody } from '../processes/api-caller';
import { startService } from '../processes/running-service';
import { decidedSession } from '../whole-way/capture-by-curl';

/** The service behind the page, as the tests of the screens need it. */
export interface PageService {
  readonly origin: string;
  readonly key: string;
  readonly sandboxKey: string;
  /** A session of the workflow of this name, made over the API; live, unless the key is the sandbox's. */
  create(
    workflow: string,
    body?: Readonly<Record<string, unknown>>,
    key?: string,
  ): Promise<PageSession>;
  /** How it was decided, once it is. */
  result(session: PageSession, key?: string): Promise<{ status: unknown; result: AnswerBody }>;
  ask: typeof call;
  stop(): Promise<void>;
}

export interface PageSession {
  readonly id: string;
  readonly url: string;
}

/**
 * Real API, workflow and records in this process, whose engines find everything good at once. The clock is the
 * API's; the workflow's stays the real one.
 */
export async function startInstantService(
  others: Partial<CheckEngines> = {},
  now = () => new Date(),
): Promise<PageService> {
  const api = await startApi({ worker: true, engines: { ...instantEngines, ...others }, now });
  return pageService({
    origin: api.url,
    key: api.liveKey,
    sandboxKey: api.sandboxKey,
    stop: () => api.stop(),
  });
}

/** API and worker as processes of their own, with the real engines. */
export async function startRealService(): Promise<PageService> {
  const service = await startService();
  return pageService({
    origin: service.apiUrl,
    key: service.liveKey,
    sandboxKey: service.sandboxKey,
    stop: () => service.stop(),
  });
}

type Running = Pick<PageService, 'origin' | 'key' | 'sandboxKey' | 'stop'>;

function pageService(running: Running): PageService {
  const { origin, key: live } = running;
  return {
    ...running,
    ask: call,
    async create(workflow, body = {}, key = live) {
      const workflow_id = await workflowOf(origin, key, workflow);
      const json = { workflow_id, ...body };
      const created = await call('POST', `${origin}/api/v1/sessions`, { key, json });
      return { id: text(created.body, 'id'), url: text(created.body, 'capture_url') };
    },
    async result({ id }, key = live) {
      const session = await decidedSession(origin, key, id);
      const result = await call('GET', `${origin}/api/v1/sessions/${id}/result`, { key });
      return { status: session.body['status'], result: result.body };
    },
  };
}

async function workflowOf(origin: string, key: string, name: string): Promise<string> {
  const { body } = await call('GET', `${origin}/api/v1/workflows`, { key });
  const workflows = Array.isArray(body['data']) ? body['data'] : [];
  const found: unknown = workflows.find((one: AnswerBody) => one['name'] === name);
  if (typeof found !== 'object' || found === null || !('id' in found)) {
    throw new Error(`no workflow ${name}`);
  }
  return String(found.id);
}
