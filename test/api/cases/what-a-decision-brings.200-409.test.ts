import { z } from 'zod';
import { text, type Answer } from '../../processes/api-caller';
import { setReviewStage, type ReviewStage } from './review-stage';

let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(async () => {
  await stage.stop();
});
afterEach(async () => {
  // Whatever came with a message is taken up by it or gone.
  expect(await stage.api.db.selectFrom('enclosures').selectAll().execute()).toEqual([]);
});

const races = 8;

const auditRow = z.object({ action: z.string(), request_id: z.string() });

/** The decisions of a case that the audit log tells of. */
async function audited(caseId: string): Promise<readonly z.output<typeof auditRow>[]> {
  const { body } = await stage.ask('GET', `/events?resource_id=${caseId}`);
  const { data } = z.object({ data: z.array(auditRow) }).parse(body);
  return data.filter(({ action }) => action.startsWith('case.decision_'));
}

const requestOf = (answer: Answer): string => answer.headers.get('x-request-id') ?? '';

it('approve and reject at one moment: the case has the words of what won, and its audit row alone', async () => {
  const other = await stage.api.another();
  for (let race = 0; race < races; race += 1) {
    const { sessionId, caseId } = await stage.underReview();
    const [approve, reject] = await Promise.all([
      stage.ask('POST', `/cases/${caseId}/approve`, {}),
      stage.ask('POST', `/cases/${caseId}/reject`, { reason: 'RWORDS' }, other),
    ]);
    expect([approve.status, reject.status].sort()).toEqual([200, 409]);
    const isRejected = reject.status === 200;
    const { body } = await stage.ask('GET', `/cases/${caseId}`);
    expect(body).toMatchObject(
      isRejected
        ? { status: 'rejected', reason: 'RWORDS', reason_code: 'review_rejected' }
        : { status: 'approved', reason: null, reason_code: null },
    );
    const result = await stage.ask('GET', `/sessions/${sessionId}/result`);
    expect(result.body['rejection_reason']).toBe(isRejected ? 'RWORDS' : null);
    expect(await audited(caseId)).toEqual([
      expect.objectContaining({
        action: isRejected ? 'case.decision_reject' : 'case.decision_approve',
        request_id: requestOf(isRejected ? reject : approve),
      }),
    ]);
  }
});

it('two rejections at one moment: one is taken, whole; the other is 409', async () => {
  const other = await stage.api.another();
  const wishes = [
    { reason: 'words of A', reason_code: 'face_mismatch' },
    { reason: 'words of B', reason_code: 'document_expired' },
  ] as const;
  for (let race = 0; race < races; race += 1) {
    const { sessionId, caseId } = await stage.underReview();
    const answers = await Promise.all([
      stage.ask('POST', `/cases/${caseId}/reject`, wishes[0]),
      stage.ask('POST', `/cases/${caseId}/reject`, wishes[1], other),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = wishes[answers.findIndex(({ status }) => status === 200)];
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ error: 'case_closed', case_status: 'rejected' });
    const { body } = await stage.ask('GET', `/cases/${caseId}`);
    expect(body).toMatchObject({ status: 'rejected', ...won });
    const { body: result } = await stage.ask('GET', `/sessions/${sessionId}/result`);
    expect(result).toMatchObject({
      rejection_reason: won?.reason,
      rejection_reason_code: won?.reason_code,
    });
    expect(await audited(caseId)).toHaveLength(1);
  }
});

it('a decision that the session refuses leaves neither words nor an audit row, nor a claim', async () => {
  const { sessionId, caseId } = await stage.underReview();
  await stage.api.temporal.workflow.getHandle(sessionId).terminate('set up by the test');
  const row = await stage.api.db
    .selectFrom('sessions')
    .select('state')
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow();
  // Its case is open, and the session is being decided again.
  const state = { ...row.state, status: 'awaiting_external', gate: 'credit_check' };
  await stage.api.db
    .updateTable('sessions')
    .set({ status: 'awaiting_external', state: JSON.stringify(state), deadline_at: null })
    .where('id', '=', sessionId)
    .execute();
  const refused = [
    await stage.ask('POST', `/cases/${caseId}/reject`, { reason: 'words of a refused decision' }),
    await stage.ask('POST', `/cases/${caseId}/approve`, {}),
    await stage.ask('POST', `/cases/${caseId}/resubmit`, { pieces: ['selfie'] }),
    await stage.ask('PUT', `/cases/${caseId}/extracted-data`, { fields: { last_name: 'X' } }),
  ];
  for (const { body } of refused) {
    expect(body).toMatchObject({ status_code: 409, error: 'invalid_state' });
  }
  const { body } = await stage.ask('GET', `/cases/${caseId}`);
  expect(body).toMatchObject({
    status: 'open',
    reason: null,
    assignee: null,
    notes: [],
    changes: [],
  });
  const { body: events } = await stage.ask('GET', `/events?resource_id=${caseId}`);
  expect(events['data']).toEqual([]);
  expect(await stage.api.db.selectFrom('case_changes').selectAll().execute()).toEqual([]);
});

it('the same decision again: the first answer; with another reason, code or wish: 409', async () => {
  const { caseId } = await stage.underReview();
  const wish = { reason: 'the portrait', reason_code: 'face_mismatch' };
  const first = await stage.ask('POST', `/cases/${caseId}/reject`, wish);
  expect(first.body).toMatchObject({ status: 'rejected', ...wish });
  const again = await stage.ask('POST', `/cases/${caseId}/reject`, wish);
  expect(again.status).toBe(200);
  expect(again.body).toEqual(first.body);
  for (const other of [
    { ...wish, reason_code: 'no_face' },
    { ...wish, reason: 'the hologram' },
    { ...wish, blocklist: true },
    {},
  ]) {
    const answer = await stage.ask('POST', `/cases/${caseId}/reject`, other);
    expect(answer.body).toMatchObject({ status_code: 409, error: 'case_closed' });
  }
  expect((await stage.ask('POST', `/cases/${caseId}/approve`, {})).status).toBe(409);
  expect((await stage.ask('GET', `/cases/${caseId}`)).body).toMatchObject(wish);
  expect(await audited(caseId)).toHaveLength(1);
});

it('the words go with the session’s key', async () => {
  const { sessionId, caseId } = await stage.underReview();
  await stage.ask('POST', `/cases/${caseId}/reject`, { reason: 'words' });
  await stage.ask('DELETE', `/sessions/${sessionId}/data`);
  expect((await stage.ask('GET', `/cases/${caseId}`)).body).toMatchObject({ reason: null });
});

it('the same request for pieces again: the first answer; for other pieces: 409', async () => {
  const { caseId } = await stage.underReview();
  const ask = (pieces: readonly string[]) =>
    stage.ask('POST', `/cases/${caseId}/resubmit`, { pieces });
  const first = await ask(['selfie', 'id_front']);
  const again = await ask(['id_front', 'selfie']);
  expect(again.status).toBe(200);
  expect(again.body).toEqual(first.body);
  expect((await ask(['selfie'])).body).toMatchObject({ status_code: 409, error: 'case_closed' });
});

it('of two reviewers each has the own words: the first one’s are a note', async () => {
  await stage.dualReview(true);
  const { sessionId, caseId } = await stage.underReview();
  await stage.dualReview(false);
  const [ada, bob] = [await stage.user(), await stage.user()];
  const reject = (by: string, words: string) =>
    stage.ask('POST', `/cases/${caseId}/reject`, { reviewer_id: by, reason: words });
  await reject(ada, 'first words');
  const { body: once } = await stage.ask('GET', `/cases/${caseId}`);
  expect(once).toMatchObject({ reason: null, notes: [{ author: ada, text: 'first words' }] });
  await reject(bob, 'last words');
  const { body: twice } = await stage.ask('GET', `/cases/${caseId}`);
  expect(twice).toMatchObject({ reason: 'last words', notes: [{ text: 'first words' }] });
  const { body: result } = await stage.ask('GET', `/sessions/${sessionId}/result`);
  expect(result).toMatchObject({ rejection_reason: 'last words', reviewed_by: bob });
  expect((await audited(caseId)).map(({ action }) => action)).toEqual([
    'case.decision_reject',
    'case.decision_reject',
  ]);
});

it('a message says in the audit log from where it came, by its call’s request id', async () => {
  const { sessionId } = await stage.underReview();
  const expired = await stage.ask('POST', `/sessions/${sessionId}/expire`);
  const rows = await stage.api.db
    .selectFrom('audit')
    .select(['action', 'request_id', 'client_address'])
    .where('resource_id', '=', sessionId)
    .orderBy('at')
    .execute();
  // The integrator's consent is of the submit's own moment.
  expect(rows.map(({ action }) => action).sort()).toEqual([
    'session.capture_started',
    'session.consent',
    'session.created',
    'session.expired',
    'session.submitted',
  ]);
  expect(rows.at(-1)).toMatchObject({
    request_id: requestOf(expired),
    client_address: '127.0.0.1',
  });
  expect(text(expired.body, 'status')).toBe('expired');
});

it('a reviewer’s own code is the same in case, webhook, result and audit; of a list, only from it', async () => {
  const settings = (reject_reasons: readonly string[] | null) =>
    stage.ask('PATCH', '/organization', { settings: { reject_reasons } });
  const first = await stage.underReview();
  await stage.ask('POST', `/cases/${first.caseId}/reject`, { reason_code: 'document_forged' });
  const { body: result } = await stage.ask('GET', `/sessions/${first.sessionId}/result`);
  expect(result['rejection_reason_code']).toBe('document_forged');
  const { body: decided } = await stage.ask('GET', `/cases/${first.caseId}`);
  expect(decided['reason_code']).toBe('document_forged');
  const events = await stage.api.db
    .selectFrom('events')
    .select(['type', 'data'])
    .where('session_id', '=', first.sessionId)
    .where('type', 'in', ['case.rejected', 'session.declined'])
    .execute();
  expect(events.map(({ data }) => data['reason_code'])).toEqual(
    Array.from({ length: 2 }, () => 'document_forged'),
  );

  await settings(['own_reason']);
  const { caseId } = await stage.underReview();
  const unknown = await stage.ask('POST', `/cases/${caseId}/reject`, { reason_code: 'other' });
  expect(unknown.body).toMatchObject({ status_code: 422, errors: [{ field: 'reason_code' }] });
  const own = await stage.ask('POST', `/cases/${caseId}/reject`, { reason_code: 'own_reason' });
  expect(own.body).toMatchObject({ status: 'rejected', reason_code: 'own_reason' });
  await settings(null);
});

it('who waits for a reviewer is not rejected: no rejection reason, and the events say why', async () => {
  const { sessionId } = await stage.underReview();
  const { body } = await stage.ask('GET', `/sessions/${sessionId}/result`);
  expect(body).toMatchObject({
    status: 'needs_review',
    rejection_reason: null,
    rejection_reason_code: null,
  });
  const events = await stage.api.db
    .selectFrom('events')
    .select(['type', 'data'])
    .where('session_id', '=', sessionId)
    .where('type', 'in', ['session.requires-review', 'case.created'])
    .execute();
  expect(events.map(({ data }) => data['reason_code'])).toEqual(['poor_quality', 'poor_quality']);
});

it('a correction that needs a reviewer still asks for none anew', async () => {
  const { sessionId, caseId } = await stage.underReview();
  await stage.ask('PUT', `/cases/${caseId}/extracted-data`, { fields: { last_name: 'OTHER' } });
  await stage.reached(sessionId, 'under_review');
  const types = await stage.eventTypes(sessionId);
  expect(types.filter((type) => type === 'session.requires-review')).toHaveLength(1);
  expect(types.filter((type) => type === 'case.created')).toHaveLength(1);
});
