import { startDispatcher, type Dispatcher } from '../../activities/webhooks/dispatcher';
import { createEndpointTraffic } from '../../activities/webhooks/endpoint-traffic';
import { advise } from '../../services/admin/explaining/advise';
import { explain } from '../../services/admin/explain';
import { explainSession } from '../../services/admin/explaining/explain-session';
import type { Explanation } from '../../services/admin/explaining/explanation';
import { tell } from '../../services/admin/explaining/tell';
import { isId, newId, type SessionId } from '../../shared/domain/ids';
import { connectTemporalClient } from '../../shared/temporal/connect-client';
import { sessionsQueue } from '../../shared/temporal/names';
import { startApi, type RunningApi } from '../api/running-api';
import { found } from '../privacy/stored-places';
import { eventually } from '../processes/running-process';
import { stackAddresses } from '../stack/addresses';
import { freePort } from '../stack/free-port';

/** What `npm run admin -- explain ses_…` tells of real sessions, well and wedged. */
const planted = {
  reference: 'planted-reference-3be1',
  metadata: 'planted-metadata-77a0',
  tag: 'planted-tag-10ce',
  name: 'Plantagenet Applicantson',
  email: 'planted.applicant@example.org',
  redirect: 'planted-redirect-52d9',
  address: 'planted-hook-9911',
  words: 'planted words of a reviewer',
} as const;

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ worker: true });
});
afterAll(() => api.stop());

async function create(key = api.sandboxKey): Promise<SessionId> {
  const id = await api.create(
    {
      external_ref: planted.reference,
      metadata: { note: planted.metadata },
      tags: [planted.tag],
      applicant_name: planted.name,
      applicant_email: planted.email,
      redirect_url: `https://integrator.example/${planted.redirect}`,
    },
    key,
  );
  if (!isId('session', id)) throw new Error('no session was created');
  return id;
}

async function simulate(id: SessionId, action: string): Promise<void> {
  const json = { action };
  const path = `/api/v1/sessions/${id}/simulate`;
  expect((await api.ask('POST', path, { key: api.sandboxKey, json })).status).toBe(200);
}

interface Story {
  readonly told: Explanation;
  readonly text: string;
}

async function story(id: SessionId, temporal = api.temporal): Promise<Story> {
  const told = await explainSession({ db: api.db, temporal }, id, new Date());
  const text = tell(told, advise(told)).join('\n');
  expect(found(`${text}${JSON.stringify(told)}`, planted)).toEqual([]);
  return { told, text };
}

async function aged(id: SessionId, minutes: number): Promise<void> {
  const at = new Date(Date.now() - minutes * 60_000);
  await api.db.updateTable('sessions').set({ updated_at: at }).where('id', '=', id).execute();
}

test('a session in review: its row, its running workflow, its checks, its case, and whom it waits for', async () => {
  const id = await create();
  await simulate(id, 'require-review');
  const { text } = await story(id);
  const { id: caseId } = await api.db
    .selectFrom('cases')
    .select('id')
    .where('session_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(text).toMatch(/under_review, attempt 1/);
  expect(text).toMatch(/workflow +RUNNING, run /);
  expect(text).toMatch(/check document_ocr: /);
  expect(text).toMatch(/pending → under_review by api_key/);
  expect(text).toContain(`It waits for a reviewer: case ${caseId}.`);
  const reason = { key: api.sandboxKey, json: { reason: planted.words } };
  expect((await api.ask('POST', `/api/v1/cases/${caseId}/reject`, reason)).status).toBe(200);
  await eventually('the run to close', async () =>
    (await story(id)).text.includes('workflow    COMPLETED') ? true : undefined,
  );
  expect((await story(id)).text).toContain('It is over, rejected; nothing is waited for.');
});

test('a row that cannot be read is named, and everything else is told', async () => {
  const id = await create();
  const state = JSON.stringify({ status: 'nonsense', who: planted.name });
  await api.db.updateTable('sessions').set({ state }).where('id', '=', id).execute();
  const { told, text } = await story(id);
  expect(told).toMatchObject({ workflow: { kind: 'read', value: { status: 'RUNNING' } } });
  expect(text).toContain('STATE CANNOT BE READ');
  expect(text).toMatch(/sessions\.state of its row cannot be read.*Mend the column/);
  expect(text).toMatch(/link lnk_\w+: created/);
});

test('a session whose workflow is gone is told so, once it should be there', async () => {
  const id = await create();
  await api.temporal.workflow.getHandle(id).terminate(planted.words);
  expect((await story(id)).text).not.toContain('verifa-sweep');
  await aged(id, 10);
  expect((await story(id)).text).toMatch(/Its workflow is TERMINATED.*verifa-sweep/);
});

test('a workflow task that fails again and again is told with its cause', async () => {
  const id = await create();
  await api.temporal.workflow.getHandle(id).terminate();
  // What a release does that has lost, or cannot replay, what runs.
  await api.temporal.workflow.start('goneWithTheRelease', {
    workflowId: id,
    taskQueue: sessionsQueue,
    args: [],
  });
  const { text } = await eventually('a failed workflow task', async () => {
    const now = await story(id);
    return now.text.includes('WORKFLOW TASK FAILS') ? now : undefined;
  });
  expect(text).toMatch(/WORKFLOW TASK FAILS: \w+/);
  expect(text).toMatch(/roll the workers back/);
});

describe('with an endpoint that is not there', () => {
  let dispatcher: Dispatcher;
  beforeAll(async () => {
    const port = await freePort();
    const json = { url: `http://127.0.0.1:${String(port)}/${planted.address}` };
    const endpoint = { key: api.sandboxKey, json };
    expect((await api.ask('POST', '/api/v1/webhooks/endpoints', endpoint)).status).toBe(201);
    dispatcher = startDispatcher({
      db: api.db,
      databaseUrl: api.databaseUrl,
      keyring: api.keyring,
      rules: { allowPrivate: true },
      retryScale: 1,
      clock: () => new Date(),
      traffic: createEndpointTraffic(8),
      workflows: api.temporal.workflow,
      onError: (cause) => {
        throw cause;
      },
      alert: (message) => {
        throw new Error(message);
      },
    });
  });
  afterAll(() => dispatcher.stop());

  test('deliveries are told with their last try; held ones with their endpoint', async () => {
    const id = await create();
    await simulate(id, 'approve');
    const { text } = await eventually('a failed try', async () => {
      const now = await story(id);
      return now.text.includes('connection_refused') ? now : undefined;
    });
    expect(text).toMatch(
      /whd_\w+ session\.\w+: pending, to whe_\w+, round 1, 1 tries, last connection_refused at .*, next at /,
    );
    expect(text).toMatch(/deliveries are tried again by themselves/);
    await api.db
      .updateTable('webhook_endpoints')
      .set({ enabled: false, disabled_reason: 'too_many_failures' })
      .execute();
    expect((await story(id)).text).toMatch(
      /whe_\w+ disabled \(too_many_failures\)[^]*Endpoint whe_\w+ takes nothing/,
    );
  });
});

test('Temporal away: the rows are told, and that it could not be asked', async () => {
  const id = await create();
  const away = connectTemporalClient({
    address: `127.0.0.1:${String(await freePort())}`,
    namespace: api.namespace,
    environment: {},
  });
  const { text } = await story(id, away.client);
  await away.close();
  expect(text).toMatch(/session +pending, attempt 0/);
  expect(text).toMatch(/workflow +COULD NOT BE READ: \w+/);
  expect(text).toContain('Temporal could not be asked');
});

test('the command: everything away is told, not thrown; an id that is none is refused', async () => {
  const lines: string[] = [];
  const run = (args: readonly string[], databasePort: number): Promise<void> =>
    explain.run({
      args,
      environment: {
        DATABASE_URL: `postgres://verifa:${planted.words.replaceAll(' ', '-')}@127.0.0.1:${String(databasePort)}/verifa`,
        TEMPORAL_ADDRESS: stackAddresses().VERIFA_TEST_TEMPORAL_ADDRESS,
        TEMPORAL_NAMESPACE: api.namespace,
      },
      report: (line) => void lines.push(line),
      clock: () => new Date(),
    });
  const nobody = await freePort();
  await run([newId('session')], nobody);
  const text = lines.join('\n');
  expect(text).toMatch(/session +COULD NOT BE READ: .*ECONNREFUSED/);
  expect(text).toMatch(/workflow +none that Temporal knows/);
  expect(text).toContain('Postgres could not be asked');
  expect(text).not.toContain('planted');
  await expect(run(['somebody'], nobody)).rejects.toThrow('Name one session');
});

test('a session that is not there is told so', async () => {
  expect((await story(newId('session'))).text).toContain('There is no such session.');
});
