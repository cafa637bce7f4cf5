import { call, type Answer } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { setSettings } from '../../stack/set-settings';
import { anna, keepAttributes } from '../sessions/keep-attributes';
import { signIn, type SignedIn } from '../console/signed-in';
import { setReviewStage, type ReviewStage } from './review-stage';

/** What the first of two reviewers recommended is not told to whoever may be the second, until the case is decided. */
let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
beforeEach(async () => {
  await setSettings(stage.api.db, { dual_review: true });
});
afterAll(() => stage.stop());

const as = (user: SignedIn, method: string, path: string, json?: unknown): Promise<Answer> =>
  call(method, `${stage.api.url}/api/v1${path}`, {
    headers: user.headers,
    ...(json === undefined ? {} : { json }),
  });

const words = 'the portrait was glued in';

/** A case that somebody signed in recommended to reject, and that somebody. */
async function recommended() {
  const { caseId, sessionId } = await stage.underReview();
  await keepAttributes(stage.api, sessionId, anna);
  const first = await signIn(stage.api);
  const wish = { reason: words, reason_code: 'photo_replaced' };
  const given = await as(first, 'POST', `/cases/${caseId}/reject`, wish);
  expect(given.body).toMatchObject({ status: 'pending_second_review' });
  return { caseId, sessionId, first };
}

/** All that this one reads of the case. */
async function readBy(
  user: SignedIn,
  { caseId, sessionId }: Awaited<ReturnType<typeof recommended>>,
): Promise<string> {
  const answers = await Promise.all(
    [
      `/cases/${caseId}`,
      `/cases?q=${caseId}`,
      `/cases/${caseId}/review`,
      `/sessions/${sessionId}`,
      `/sessions/${sessionId}/events`,
      `/sessions/${sessionId}/attempts`,
      `/sessions/${sessionId}/verifications`,
      `/sessions/${sessionId}/documents?all=true`,
      `/sessions/${sessionId}/deliveries`,
      `/sessions/${sessionId}/export`,
      `/cases/${caseId}/choices`,
      `/cases/stats`,
      `/lists`,
      `/analytics/review?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z`,
      `/events?limit=100`,
      `/events?resource_id=${sessionId}`,
      `/events?resource_id=${caseId}`,
      `/events?action=case.decision_reject&limit=100`,
      `/events/feed?limit=100`,
    ].map((path) => as(user, 'GET', path)),
  );
  const searched = await as(user, 'POST', '/cases/search', { document_number: 'L898902C3' });
  expect(JSON.stringify(searched.body)).toContain(caseId);
  const claimed = await as(user, 'POST', `/cases/${caseId}/claim`, {});
  const released = await as(user, 'POST', `/cases/${caseId}/release`, {});
  return JSON.stringify([...answers, searched, claimed, released].map(({ body }) => body));
}

/** Frames of the case stream that this one gets while the work goes on. */
async function streamedTo(user: SignedIn, work: () => Promise<unknown>): Promise<string> {
  const stopped = new AbortController();
  const { body } = await fetch(`${stage.api.url}/api/v1/cases/stream`, {
    headers: { ...user.headers, accept: 'text/event-stream' },
    signal: stopped.signal,
  });
  if (body === null) throw new Error('no stream');
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let heard = '';
  const more = async (): Promise<void> => {
    heard += decoder.decode((await reader.read()).value, { stream: true });
  };
  while (!heard.includes('listening')) await more();
  await work();
  while (!heard.includes('changed')) await more();
  stopped.abort();
  return heard;
}

const opinion = /"reject"|photo_replaced|decision_reject|review\.reject|glued/;

it.each(['reviewer', 'senior', 'admin'] as const)(
  'a %s reads it nowhere before the case is decided: not in the case, its notes, the timeline, the log',
  async (role) => {
    const pending = await recommended();
    const second = await signIn(stage.api, { role });
    const read = await readBy(second, pending);
    expect(read).toContain(pending.caseId);
    expect(read).not.toMatch(opinion);
    const shown = await as(second, 'GET', `/cases/${pending.caseId}`);
    expect(shown.body).toMatchObject({
      status: 'pending_second_review',
      first_review: { by: pending.first.userId, decision: null },
    });
  },
);

it('an export shows it to nobody who may be the second until the case is decided', async () => {
  const pending = await recommended();
  const admin = await signIn(stage.api, { role: 'admin' });
  const path = `/sessions/${pending.sessionId}/export`;
  const before = await as(admin, 'GET', path);
  expect(before.status).toBe(200);
  expect(JSON.stringify(before.body)).toContain(pending.caseId);
  expect(JSON.stringify(before.body)).not.toMatch(opinion);
  // Of the key that may name reviewers the record is whole, as it is of everybody afterwards.
  expect(JSON.stringify((await stage.ask('GET', path)).body)).toMatch(/glued/);
  await as(admin, 'POST', `/cases/${pending.caseId}/reject`, { reason_code: 'photo_replaced' });
  expect(JSON.stringify((await as(admin, 'GET', path)).body)).toMatch(/glued/);
});

it('the stream of cases says that one changed, and nothing of how', async () => {
  const { caseId } = await stage.underReview();
  const [first, second] = [await signIn(stage.api), await signIn(stage.api)];
  const heard = await streamedTo(second, () =>
    as(first, 'POST', `/cases/${caseId}/reject`, { reason: words, reason_code: 'photo_replaced' }),
  );
  expect(heard).toContain(caseId);
  expect(heard).not.toMatch(opinion);
});

it('of what the first one overrode or corrected the second sees that, and why only once it is decided', async () => {
  const { caseId, sessionId } = await stage.underReview();
  await keepAttributes(stage.api, sessionId, anna);
  const first = await signIn(stage.api, { role: 'senior' });
  const given = await as(first, 'POST', `/cases/${caseId}/checks/document_quality/override`, {
    passed: true,
    reason: words,
  });
  expect(given.status).toBe(202);
  await eventually('the recommendation', async () =>
    (await as(first, 'GET', `/cases/${caseId}`)).body['first_review'] === null ? undefined : true,
  );
  const second = await signIn(stage.api, { role: 'admin' });
  const read = await readBy(second, { caseId, sessionId, first });
  expect(read).not.toMatch(/glued|"approve"|review\.approve|decide\.approved/);
  expect((await as(second, 'GET', `/cases/${caseId}`)).body).toMatchObject({
    changes: [{ kind: 'override', by: first.userId, content: {} }],
  });
  expect((await as(first, 'GET', `/cases/${caseId}`)).body).toMatchObject({
    changes: [{ content: { reason: words } }],
  });
  await as(second, 'POST', `/cases/${caseId}/approve`, {});
  expect((await as(second, 'GET', `/cases/${caseId}`)).body).toMatchObject({
    changes: [{ content: { reason: words } }],
  });
});

it('whoever gave it sees it; a key, which vouches for its reviewers itself, and an auditor as well', async () => {
  const { caseId, first } = await recommended();
  const auditor = await signIn(stage.api, { role: 'auditor' });
  for (const body of [
    (await as(first, 'GET', `/cases/${caseId}`)).body,
    (await as(auditor, 'GET', `/cases/${caseId}`)).body,
    (await stage.ask('GET', `/cases/${caseId}`)).body,
  ]) {
    expect(body).toMatchObject({ first_review: { decision: 'reject' } });
  }
});

it('decided: the second one sees what the first one said, and the log is whole', async () => {
  const { caseId, first } = await recommended();
  const second = await signIn(stage.api, { role: 'senior' });
  const decided = await as(second, 'POST', `/cases/${caseId}/reject`, { reason_code: 'duplicate' });
  expect(decided.body).toMatchObject({
    status: 'rejected',
    first_review: { by: first.userId, decision: 'reject' },
  });
  const { body } = await as(second, 'GET', `/events?resource_id=${caseId}`);
  expect(JSON.stringify(body)).toMatch(/decision_reject/);
  expect(JSON.stringify((await as(second, 'GET', `/cases/${caseId}`)).body)).toMatch(words);
});

it('an organisation may show it', async () => {
  await setSettings(stage.api.db, { dual_review: true, hide_first_opinion: false });
  const { caseId } = await recommended();
  const second = await signIn(stage.api);
  expect((await as(second, 'GET', `/cases/${caseId}`)).body).toMatchObject({
    first_review: { decision: 'reject' },
  });
});
