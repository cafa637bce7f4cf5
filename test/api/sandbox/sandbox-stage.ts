import type { CheckActivities } from '../../../activities/session/contract';
import { newId } from '../../../shared/domain/ids';
import { text, type Answer } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { startApi, type RunningApi } from '../running-api';

export interface SandboxStage {
  readonly api: RunningApi;
  /** How often an engine was asked: never. */
  engineCalls(): number;
  ask(method: string, path: string, json?: unknown): Promise<Answer>;
  simulated(action: string, more?: Record<string, unknown>, id?: string): Promise<string>;
  caseOf(id: string): Promise<string>;
  /** Waits while the workflow decides. */
  settled(id: string): Promise<string>;
  user(): Promise<string>;
  stop(): Promise<void>;
}

/** API and worker over engines that may not be asked. */
export async function setSandboxStage(): Promise<SandboxStage> {
  let calls = 0;
  const never = () => {
    calls += 1;
    return Promise.reject(new Error('an engine ran in the sandbox'));
  };
  const checks: CheckActivities = {
    runChecks: never,
    runDocumentChecks: never,
    runFaceChecks: never,
    runRecordChecks: never,
  };
  const api = await startApi({ worker: true, checks });
  const ask: SandboxStage['ask'] = (method, path, json) =>
    api.ask(method, `/api/v1/${path}`, {
      key: api.sandboxKey,
      ...(json === undefined ? {} : { json }),
    });
  return {
    api,
    engineCalls: () => calls,
    ask,
    async simulated(action, more = {}, given) {
      const id = given ?? (await api.create({}, api.sandboxKey));
      const { status, body } = await ask('POST', `sessions/${id}/simulate`, { action, ...more });
      if (status !== 200) throw new Error(JSON.stringify(body));
      return id;
    },
    async caseOf(id) {
      return text((await ask('GET', `sessions/${id}`)).body, 'case_id');
    },
    settled: (id) =>
      eventually('the decision', async () => {
        const status = text((await ask('GET', `sessions/${id}`)).body, 'status');
        return status === 'processing' ? undefined : status;
      }),
    async user() {
      const { organization_id } = await api.db
        .selectFrom('api_keys')
        .select('organization_id')
        .limit(1)
        .executeTakeFirstOrThrow();
      const id = newId('user');
      const row = { id, organization_id, name: 'R.', role: 'reviewer' as const };
      await api.db
        .insertInto('users')
        .values({ ...row, created_at: new Date() })
        .execute();
      return id;
    },
    stop: () => api.stop(),
  };
}
