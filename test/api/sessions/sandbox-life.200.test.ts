import { z } from 'zod';
import { signalNames } from '../../../shared/domain/risk/signal-catalogue';
import { text, type Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ worker: true });
});
afterAll(() => api.stop());

const timeline = z.object({ data: z.array(z.object({ event: z.string() })) });

function ask(method: string, path: string, json?: unknown): Promise<Answer> {
  return api.ask(method, `/api/v1/sessions/${path}`, {
    key: api.sandboxKey,
    ...(json === undefined ? {} : { json }),
  });
}

it.each([
  ['approve', 'completed', 'approved'],
  ['decline', 'completed', 'rejected'],
  ['require-review', 'under_review', 'needs_review'],
])('simulate %s: %s, and the result %s is there to read', async (action, status, result) => {
  const id = await api.create({}, api.sandboxKey);
  const answer = await ask('POST', `${id}/simulate`, { action });
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ id, action, status, simulated: true });
  expect((await ask('GET', id)).body).toMatchObject({ status });
  const read = await ask('GET', `${id}/result`);
  expect(read.status).toBe(200);
  expect(read.body).toMatchObject({ session_id: id, status: result, processing_mode: 'sandbox' });
  const summary = await api.ask('GET', `/api/v1/results/${id}`, { key: api.sandboxKey });
  expect(summary.body).toMatchObject({
    session_id: id,
    status: result,
    processing_mode: 'sandbox',
    result: { is_sandbox: true },
  });
});

it('simulate expire, then resume: pending with a new link, the old one dead', async () => {
  const created = await api.ask('POST', '/api/v1/sessions', { key: api.sandboxKey, json: {} });
  const id = text(created.body, 'id');
  expect((await ask('POST', `${id}/simulate`, { action: 'expire' })).body['status']).toBe(
    'expired',
  );
  const expired = await ask('GET', id);
  expect(expired.body['expired_at']).not.toBeNull();
  expect(expired.body).not.toHaveProperty('capture_url');
  const resumed = await ask('POST', `${id}/resume`);
  expect(resumed.status).toBe(200);
  expect(resumed.body).toMatchObject({ id, status: 'pending' });
  expect(resumed.body['capture_url']).not.toBe(created.body['capture_url']);
  expect((await ask('GET', id)).body['capture_url']).toBe(resumed.body['capture_url']);
});

it('expire answers with the moment; a second one is 409', async () => {
  const id = await api.create({}, api.sandboxKey);
  const answer = await ask('POST', `${id}/expire`);
  expect(answer.body).toMatchObject({ id, status: 'expired' });
  expect(Date.parse(text(answer.body, 'expired_at'))).not.toBeNaN();
  expect((await ask('POST', `${id}/expire`)).body).toMatchObject({
    error: 'invalid_state',
    status: 'expired',
  });
});

it('a live key may not simulate, before the session is looked up: 403', async () => {
  const answer = await api.ask('POST', '/api/v1/sessions/ses_unknown/simulate', {
    json: { action: 'approve' },
  });
  expect(answer.body).toMatchObject({ status_code: 403, error: 'sandbox_only' });
});

it('reprocess of a decided one waits for the tester again; expire gives the result back', async () => {
  const id = await api.create({}, api.sandboxKey);
  await ask('POST', `${id}/simulate`, { action: 'approve' });
  const again = await ask('POST', `${id}/reprocess`);
  expect(again.status).toBe(202);
  expect(again.body).toEqual({ session_id: id, status: 'sandbox_pending' });
  const expired = await ask('POST', `${id}/expire`);
  expect(expired.body).toMatchObject({ status: 'completed', expired_at: null });
  expect((await ask('GET', `${id}/result`)).body).toMatchObject({ status: 'approved' });
});

it('one of two conflicting outcomes wins; the other hears the winner', async () => {
  const id = await api.create({}, api.sandboxKey);
  const answers = await Promise.all(
    ['approve', 'decline'].map((action) => ask('POST', `${id}/simulate`, { action })),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  const refused = answers.find((answer) => answer.status === 409);
  expect(refused?.body).toMatchObject({ error: 'invalid_state', status: 'completed' });
});

it('404 for a result until there is one; risk and checks are honest and empty', async () => {
  const id = await api.create({}, api.sandboxKey);
  expect((await ask('GET', `${id}/result`)).status).toBe(404);
  expect((await ask('GET', `${id}/verifications`)).body['data']).toEqual([]);
  expect((await ask('GET', `${id}/risk`)).body).toEqual({
    session_id: id,
    risk_score: 0,
    risk_level: 'low',
    signals: [],
    blocked_by: null,
    evaluated_at: null,
    attempt: 0,
    not_evaluated: signalNames,
  });
});

it('the timeline tells it all, oldest first', async () => {
  const id = await api.create({}, api.sandboxKey);
  await ask('POST', `${id}/generate-one-time-link`, {});
  await ask('POST', `${id}/simulate`, { action: 'approve' });
  const { data } = timeline.parse((await ask('GET', `${id}/events`)).body);
  expect(data.map((entry) => entry.event)).toEqual([
    'create',
    'link_generated',
    expect.stringContaining('outcome'),
  ]);
});
