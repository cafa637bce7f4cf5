import type { CheckOutcome } from '../../../shared/domain/checks/outcome';
import { newSessionState, type SessionState } from '../../../shared/domain/lifecycle/state';
import { isId } from '../../../shared/domain/ids';
import { transition } from '../../../shared/domain/lifecycle/transition';
import type { SessionEvent } from '../../../shared/domain/lifecycle/event';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
let letGo: () => void = () => undefined;
beforeAll(async () => {
  // Checks that do not end: a session stays in `processing` for as long as a test looks.
  const held = new Promise<readonly CheckOutcome[]>((resolve) => {
    letGo = () => {
      resolve([]);
    };
  });
  const checks = {
    runChecks: async () => ({ outcomes: await held, broken: [] }),
    runDocumentChecks: () => held,
    runFaceChecks: () => held,
    runRecordChecks: () => held,
  };
  api = await startApi({ worker: true, checks });
});
afterAll(async () => {
  letGo();
  await api.stop();
});

const statuses = [
  'pending',
  'capturing',
  'processing',
  'awaiting_external',
  'under_review',
  'sandbox_pending',
  'completed',
  'expired',
  'failed',
] as const;

const calls: { event: SessionEvent; path: string; json: unknown }[] = [
  { event: { type: 'resume' }, path: 'resume', json: undefined },
  { event: { type: 'submit' }, path: 'submit', json: undefined },
  { event: { type: 'outcome', outcome: 'approve' }, path: 'simulate', json: { action: 'approve' } },
  {
    event: { type: 'outcome', outcome: 'reject' },
    path: 'simulate',
    json: { action: 'decline' },
  },
  {
    event: { type: 'outcome', outcome: 'needs_review' },
    path: 'simulate',
    json: { action: 'require-review' },
  },
  { event: { type: 'outcome', outcome: 'expire' }, path: 'simulate', json: { action: 'expire' } },
  {
    event: { type: 'external', decision: 'continue' },
    path: 'external-decision',
    json: { decision: 'continue' },
  },
  {
    event: { type: 'external', decision: 'reject' },
    path: 'external-decision',
    json: { decision: 'reject' },
  },
  { event: { type: 'reprocess', via: 'reprocess' }, path: 'reprocess', json: undefined },
  { event: { type: 'expire' }, path: 'expire', json: undefined },
];

/** A sandbox session is processing for a moment only: no check of it runs. */
const isSandbox = (status: SessionState['status']): boolean => status !== 'processing';
const keyFor = (status: SessionState['status']): string =>
  isSandbox(status) ? api.sandboxKey : api.liveKey;

/** A session whose row stands in this status; its workflow is started by the first message. */
async function standingIn(status: SessionState['status']): Promise<string> {
  const id = await api.create({}, keyFor(status));
  if (!isId('session', id)) throw new Error('no session');
  const state: SessionState = {
    ...newSessionState(isSandbox(status)),
    status,
    attempt: 1,
    gate: status === 'awaiting_external' ? 'gate' : null,
  };
  await api.temporal.workflow.getHandle(id).terminate('set up by the test');
  const row = await api.db
    .updateTable('sessions')
    .set({ status, attempt: 1, state: JSON.stringify(state), deadline_at: null })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await api.db
    .insertInto('attempts')
    .values({
      session_id: id,
      attempt: 1,
      status: 'running',
      workflow_id: row.workflow_id,
      workflow_version: row.workflow_version,
      document_ids: [],
      started_at: new Date(),
    })
    .execute();
  return id;
}

describe.each(statuses)('a session that is %s', (status) => {
  const refused = calls.filter(
    ({ event, path }) =>
      transition({ ...newSessionState(isSandbox(status)), status }, event).kind === 'refused' &&
      (isSandbox(status) || path !== 'simulate'),
  );
  it.each(refused.map((one) => [JSON.stringify(one.event), one] as const))(
    'refuses %s with 409 and its status, and stays',
    async (_name, { path, json }) => {
      const id = await standingIn(status);
      const answer = await api.ask('POST', `/api/v1/sessions/${id}/${path}`, {
        key: keyFor(status),
        ...(json === undefined ? {} : { json }),
      });
      expect(answer.body).toMatchObject({ status_code: 409, error: 'invalid_state', status });
      const after = await api.ask('GET', `/api/v1/sessions/${id}`, { key: keyFor(status) });
      expect(after.body['status']).toBe(status);
    },
  );
});
