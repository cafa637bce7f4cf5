import { isId } from '../../../shared/domain/ids';
import { call, text, type Answer } from '../../processes/api-caller';
import { completedSession } from '../capturing-session';
import { setReviewStage, type ReviewStage } from '../cases/review-stage';
import { signIn, type SignedIn } from './signed-in';

/** Whoever signed in is who acts: in the case, in the audit, in limits, in repeats. */
let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(() => stage.stop());

const as = (user: SignedIn, method: string, path: string, json?: unknown, more = {}) =>
  call(method, `${stage.api.url}/api/v1${path}`, {
    headers: { ...user.headers, ...more },
    ...(json === undefined ? {} : { json }),
  });

const auditOf = (resource: string) =>
  stage.api.db
    .selectFrom('audit')
    .select(['action', 'actor_kind', 'actor_id', 'detail'])
    .where('resource_id', '=', resource)
    .orderBy('id')
    .execute();

const refused = ({ status, body }: Answer) => ({ status, error: body['error'] });

it('decides a case as themselves, and every record of it names them', async () => {
  const { caseId } = await stage.underReview();
  const user = await signIn(stage.api);
  expect((await as(user, 'POST', '/cases/next', {})).body).toMatchObject({ assignee: user.userId });
  expect(
    (await as(user, 'POST', `/cases/${caseId}/notes`, { text: 'Looked.' })).body,
  ).toMatchObject({ author: user.userId });
  expect((await as(user, 'POST', `/cases/${caseId}/approve`, {})).status).toBe(200);
  const records = (await auditOf(caseId)).filter(({ actor_kind: kind }) => kind !== 'system');
  expect(records.map(({ action }) => action)).toEqual([
    'case.claimed',
    'case.noted',
    'case.decision_approve',
  ]);
  for (const record of records) {
    expect(record).toMatchObject({ actor_kind: 'reviewer', actor_id: user.userId });
    expect(record.detail).not.toHaveProperty('asserted_by');
  }
});

it('names nobody else: 403, and nothing happens', async () => {
  const { caseId } = await stage.underReview();
  const [user, other] = [await signIn(stage.api), await signIn(stage.api)];
  const given = await as(user, 'POST', `/cases/${caseId}/claim`, { reviewer_id: other.userId });
  expect(refused(given)).toEqual({ status: 403, error: 'not_yourself' });
  expect(await auditOf(caseId)).toEqual([]);
  const own = await as(user, 'POST', `/cases/${caseId}/claim`, { reviewer_id: user.userId });
  expect(own.body).toMatchObject({ assignee: user.userId });
});

it('of a key that names a reviewer the audit says by whose word', async () => {
  const { caseId } = await stage.underReview();
  const reviewer_id = await stage.user();
  await stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id });
  await stage.ask('POST', `/cases/${caseId}/reject`, { reviewer_id });
  const { id: key } = await stage.api.db
    .selectFrom('api_keys')
    .select('id')
    .where('environment', '=', 'live')
    .executeTakeFirstOrThrow();
  for (const record of await auditOf(caseId)) {
    expect(record).toMatchObject({ actor_id: reviewer_id, detail: { asserted_by: key } });
  }
  const { body } = await stage.ask('GET', `/events?resource_id=${caseId}`);
  expect(JSON.stringify(body)).toContain(`"asserted_by":"${key}"`);
});

it('leaves what was escalated, assigning and overriding to seniors', async () => {
  const { caseId } = await stage.underReview();
  const [reviewer, senior] = [await signIn(stage.api), await signIn(stage.api, { role: 'senior' })];
  await as(await signIn(stage.api), 'POST', `/cases/${caseId}/escalate`, {});
  const asked = [
    ['claim', {}],
    ['approve', {}],
    ['assign', { assignee_id: reviewer.userId }],
    ['checks/document_quality/override', { passed: true, reason: 'It is sharp.' }],
  ] as const;
  for (const [path, body] of asked) {
    const given = await as(reviewer, 'POST', `/cases/${caseId}/${path}`, body);
    expect(refused(given)).toEqual({ status: 403, error: 'role_required' });
  }
  expect((await as(reviewer, 'POST', '/cases/next', {})).body).not.toMatchObject({ id: caseId });
  expect((await as(senior, 'POST', `/cases/${caseId}/approve`, {})).status).toBe(200);
});

it('an auditor acts on nothing, and is nobody whom a key may name', async () => {
  const { caseId } = await stage.underReview();
  const auditor = await signIn(stage.api, { role: 'auditor' });
  expect((await as(auditor, 'GET', `/cases/${caseId}`)).status).toBe(200);
  expect(refused(await as(auditor, 'POST', `/cases/${caseId}/claim`, {}))).toEqual({
    status: 403,
    error: 'missing_scope',
  });
  const named = await stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id: auditor.userId });
  expect(named.status).toBe(422);
});

it('a key and a cookie at once are refused, whichever is good', async () => {
  const user = await signIn(stage.api);
  for (const key of [stage.api.liveKey, 'nonsense']) {
    const given = await call('GET', `${stage.api.url}/api/v1/cases`, {
      key,
      headers: user.headers,
    });
    expect(refused(given)).toEqual({ status: 400, error: 'two_callers' });
  }
});

it("an Idempotency-Key of one person's is no other's", async () => {
  const [one, other] = [
    await signIn(stage.api, { role: 'admin' }),
    await signIn(stage.api, { role: 'admin' }),
  ];
  const make = (user: SignedIn) =>
    as(
      user,
      'POST',
      '/lists',
      { name: `of ${user.userId}`, action: 'flag' },
      { 'Idempotency-Key': 'k' },
    );
  const first = text((await make(one)).body, 'id');
  expect(text((await make(one)).body, 'id')).toBe(first);
  expect(text((await make(other)).body, 'id')).not.toBe(first);
});

it('makes API keys with scopes of the role, and the record names the person', async () => {
  const admin = await signIn(stage.api, { role: 'admin' });
  const made = await as(admin, 'POST', '/api-keys', { label: 'By hand', scopes: ['cases:read'] });
  const id = text(made.body, 'id');
  expect(isId('apiKey', id)).toBe(true);
  expect(await auditOf(id)).toMatchObject([
    { action: 'api_key.created', actor_kind: 'reviewer', actor_id: admin.userId },
  ]);
  const late = await signIn(stage.api, { role: 'admin', reauthenticatedAt: null });
  expect(refused(await as(late, 'POST', '/api-keys', { label: 'Late' }))).toEqual({
    status: 403,
    error: 'reauthentication_required',
  });
});

it('what they read is counted under their id, and a picture that they saw as well', async () => {
  stage.says({});
  const sessionId = await completedSession(stage.api);
  const user = await signIn(stage.api);
  const { body } = await as(user, 'GET', `/sessions/${sessionId}/documents`);
  const url = /http[^"]+id_front[^"]*/.exec(JSON.stringify(body))?.[0] ?? '';
  expect(url).toContain(`&by=${user.userId}&`);
  await fetch(url);
  const read = await stage.api.db
    .selectFrom('audit_reads')
    .select(['actor_kind', 'action'])
    .where('actor_id', '=', user.userId)
    .execute();
  expect(read).toEqual([{ actor_kind: 'reviewer', action: 'session.documents_listed' }]);
  const seen = (await auditOf(sessionId)).filter(({ action }) => action.endsWith('document_seen'));
  expect(seen).toMatchObject([{ actor_kind: 'reviewer', actor_id: user.userId }]);
});

it('counts what one person reads in both environments apart', async () => {
  const live = await signIn(stage.api, { role: 'admin' });
  await as(live, 'GET', '/cases');
  await as(live, 'POST', '/console/environment', { environment: 'sandbox' });
  expect((await as(live, 'GET', '/cases')).status).toBe(200);
  expect((await as(live, 'GET', '/cases')).status).toBe(200);
  const reads = await stage.api.db
    .selectFrom('audit_reads')
    .select(['environment', 'reads'])
    .where('actor_id', '=', live.userId)
    .where('action', '=', 'case.listed')
    .orderBy('environment')
    .execute();
  expect(reads).toEqual([
    { environment: 'live', reads: 1 },
    { environment: 'sandbox', reads: 2 },
  ]);
});
