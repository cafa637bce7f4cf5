import { listed, setReviewStage, type ReviewStage } from './review-stage';

let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(() => stage.stop());

const halfAnHourMs = 30 * 60_000;

it('409 case_claimed for whoever comes second, over two API processes at one moment', async () => {
  const { caseId } = await stage.underReview();
  const other = await stage.api.another();
  const [ada, bob] = [await stage.user(), await stage.user()];
  const answers = await Promise.all([
    stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id: ada }),
    stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id: bob }, other),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const lost = answers.find(({ status }) => status === 409);
  expect(lost?.body).toMatchObject({ error: 'case_claimed', case_status: 'in_review' });
  const { body } = await stage.ask('GET', `/cases/${caseId}`);
  expect(body).toMatchObject({ status: 'in_review' });
  expect([ada, bob]).toContain(body['assignee']);
});

it('409 case_claimed for a decision, a correction or a release of another’s case', async () => {
  const { caseId } = await stage.underReview();
  const [ada, bob] = [await stage.user(), await stage.user()];
  await stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id: ada });
  for (const [method, path, json] of [
    ['POST', 'approve', {}],
    ['POST', 'reject', { reason: 'no' }],
    ['POST', 'escalate', {}],
    ['POST', 'release', {}],
    ['PUT', 'extracted-data', { fields: { last_name: 'X' } }],
    ['POST', 'checks/document_quality/override', { passed: true, reason: 'clear' }],
  ] as const) {
    const answer = await stage.ask(method, `/cases/${caseId}/${path}`, {
      ...json,
      reviewer_id: bob,
    });
    expect(answer.body).toMatchObject({ status_code: 409, error: 'case_claimed' });
  }
  // The key alone is somebody else, too.
  expect((await stage.ask('POST', `/cases/${caseId}/approve`, {})).status).toBe(409);
  const done = await stage.ask('POST', `/cases/${caseId}/approve`, { reviewer_id: ada });
  expect(done.body).toMatchObject({ status: 'approved', decided_by: ada });
});

it('200 once the claim ran out: the case is open again, and whoever held it is too late', async () => {
  const { caseId } = await stage.underReview();
  const [ada, bob] = [await stage.user(), await stage.user()];
  await stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id: ada });
  const mine = listed.parse((await stage.ask('GET', `/cases?assignee=${ada}`)).body);
  expect(mine.data).toMatchObject([{ id: caseId }]);
  stage.later(halfAnHourMs);
  expect((await stage.ask('GET', `/cases/${caseId}`)).body).toMatchObject({
    status: 'open',
    assignee: null,
  });
  expect((await stage.ask('GET', `/cases?assignee=${ada}`)).body).toMatchObject({ data: [] });
  const open = listed.parse((await stage.ask('GET', '/cases?status=open&assignee=none')).body);
  expect(open.data.map(({ id }) => id)).toContain(caseId);
  const taken = await stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id: bob });
  expect(taken.body).toMatchObject({ status: 'in_review', assignee: bob });
  const late = await stage.ask('POST', `/cases/${caseId}/approve`, { reviewer_id: ada });
  expect(late.body).toMatchObject({ status_code: 409, error: 'case_claimed' });
});

it('claimed again within a minute by whoever holds it, it is held for longer, and the log has one claim', async () => {
  const { caseId } = await stage.underReview();
  const [ada, senior] = [await stage.user(), await stage.user('senior')];
  const claims = async (): Promise<number> =>
    (
      await stage.api.db
        .selectFrom('audit')
        .select('id')
        .where('resource_id', '=', caseId)
        .where('action', '=', 'case.claimed')
        .where('actor_id', '=', ada)
        .execute()
    ).length;
  const claim = async (): Promise<unknown> => {
    const answer = await stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id: ada });
    return answer.body['claimed_until'];
  };
  await stage.ask('POST', `/cases/${caseId}/assign`, { reviewer_id: senior, assignee_id: ada });
  // In the hands that it was given into it is claimed all the same.
  const first = await claim();
  expect(await claims()).toBe(1);
  stage.later(30_000);
  expect(Date.parse(String(await claim()))).toBeGreaterThan(Date.parse(String(first)));
  expect(await claims()).toBe(1);
  // Later it says that somebody is still at it, which is what handling times are made of.
  stage.later(60_000);
  await claim();
  expect(await claims()).toBe(2);
  await stage.ask('POST', `/cases/${caseId}/release`, { reviewer_id: ada });
  await claim();
  expect(await claims()).toBe(3);
});

it('200 for a release, after which anybody may claim; a senior assigns another’s case', async () => {
  const { caseId } = await stage.underReview();
  const [ada, bob, senior] = [await stage.user(), await stage.user(), await stage.user('senior')];
  await stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id: ada });
  const released = await stage.ask('POST', `/cases/${caseId}/release`, { reviewer_id: ada });
  expect(released.body).toMatchObject({ status: 'open', assignee: null });
  await stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id: bob });
  const assign = (by: string) =>
    stage.ask('POST', `/cases/${caseId}/assign`, { reviewer_id: by, assignee_id: ada });
  expect((await assign(ada)).body).toMatchObject({ error: 'case_claimed' });
  expect((await assign(senior)).body).toMatchObject({ status: 'in_review', assignee: ada });
});

it('422 for a reviewer whom the organisation does not have', async () => {
  const { caseId } = await stage.underReview();
  const answer = await stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id: 'usr_nobody' });
  expect(answer.body).toMatchObject({
    status_code: 422,
    errors: [{ field: 'reviewer_id', code: 'unknown_user' }],
  });
});
