import { z } from 'zod';
import { newId, type CaseId, type SessionId } from '../../../shared/domain/ids';
import { text } from '../../processes/api-caller';
import { listed, setReviewStage, type ReviewStage } from './review-stage';

/** The queue of a console: its filters, orders, counts, and what reviewers put on a case themselves. */
let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(() => stage.stop());
beforeEach(async () => {
  // Each test has a queue of its own.
  await stage.api.db
    .updateTable('cases')
    .set({ status: 'closed', closed_at: new Date(), claimed_until: null })
    .where('closed_at', 'is', null)
    .execute();
});

async function ids(query: string): Promise<readonly string[]> {
  const { status, body } = await stage.ask('GET', `/cases?status=open,in_review&${query}`);
  expect(status).toBe(200);
  return listed.parse(body).data.map(({ id }) => id);
}

async function stats(query = ''): Promise<Record<string, unknown>> {
  const { status, body } = await stage.ask('GET', `/cases/stats${query}`);
  expect(status).toBe(200);
  return body;
}

async function workflowOf(id: SessionId): Promise<string> {
  const { workflow_id: workflow } = await stage.api.db
    .selectFrom('sessions')
    .select('workflow_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return workflow;
}

/** As the check writes it. */
async function assess(caseId: CaseId, score: number, signals: readonly string[]): Promise<void> {
  const row = await stage.api.db
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  await stage.api.db
    .deleteFrom('risk_assessments')
    .where('session_id', '=', row.session_id)
    .execute();
  await stage.api.db
    .insertInto('risk_assessments')
    .values({
      organization_id: row.organization_id,
      environment: row.environment,
      session_id: row.session_id,
      attempt: row.attempt,
      score,
      level: 'low',
      blocked_by: null,
      signals: JSON.stringify(
        signals.map((signal, index) => ({
          signal,
          category: 'network',
          weight: 10 + index,
          action: signal === 'screen_photo' ? 'ignore' : 'flag',
        })),
      ),
      not_evaluated: [],
      evidence_sealed: null,
      evaluated_at: new Date(),
    })
    .execute();
}

it('shows and filters by what its session and its risk say, those assessed behind its opening too', async () => {
  const { caseId, sessionId } = await stage.underReview();
  const other = await stage.underReview();
  await assess(caseId, 34, ['timezone_mismatch', 'tor_exit', 'screen_photo']);
  await stage.api.db
    .updateTable('sessions')
    .set({ country: 'MT', external_ref: 'customer 7/%_' })
    .where('id', '=', sessionId)
    .execute();
  const { body } = await stage.ask('GET', `/cases/${caseId}`);
  expect(body).toMatchObject({
    risk_score: 34,
    signals: ['tor_exit', 'timezone_mismatch'],
    country: 'MT',
    workflow_id: await workflowOf(sessionId),
    priority: 'normal',
    tags: [],
  });
  for (const query of [
    'signal=tor_exit',
    'country=mt',
    `q=${caseId}`,
    `q=${sessionId}`,
    `q=${encodeURIComponent('customer 7/%')}`,
  ]) {
    expect(await ids(query)).toEqual([caseId]);
  }
  expect(await ids(`workflow_id=${await workflowOf(sessionId)}`)).toEqual([caseId, other.caseId]);
  for (const query of ['signal=screen_photo', 'country=NL', 'q=customer_7', 'workflow_id=wfl_1']) {
    expect(await ids(query)).toEqual([]);
  }
});

it('what the reviewers set: priority and tags, filtered by, in the log, and only while it is open', async () => {
  const { caseId } = await stage.underReview();
  const patch = (json: unknown, id: string = caseId) => stage.ask('PATCH', `/cases/${id}`, json);
  const ada = await stage.user();
  const set = await patch({
    priority: 'urgent',
    tags: ['payouts', 'vip', 'vip'],
    reviewer_id: ada,
  });
  expect(set.status).toBe(200);
  expect(set.body).toMatchObject({ priority: 'urgent', tags: ['payouts', 'vip'] });
  expect(await ids('tag=vip')).toEqual([caseId]);
  expect((await patch({ tags: ['payouts'] })).body).toMatchObject({ priority: 'urgent' });
  expect(await ids('tag=vip')).toEqual([]);
  expect(await ids('tag=payouts')).toEqual([caseId]);
  const audit = await stage.api.db
    .selectFrom('audit')
    .select(['actor_kind', 'actor_id', 'detail'])
    .where('resource_id', '=', caseId)
    .where('action', '=', 'case.updated')
    .orderBy('id')
    .execute();
  expect(audit).toMatchObject([
    { actor_kind: 'reviewer', actor_id: ada, detail: { priority: 'urgent', tags: 'payouts,vip' } },
    { actor_kind: 'api_key', detail: { tags: 'payouts' } },
  ]);
  for (const wrong of [{ tags: ['Two words'] }, { tags: Array(21).fill('a') }, { priority: 3 }]) {
    expect((await patch(wrong)).status).toBe(422);
  }
  expect((await patch({ priority: 'low' }, newId('case'))).status).toBe(404);
  await stage.ask('POST', `/cases/${caseId}/approve`);
  expect((await patch({ tags: [] })).body).toMatchObject({ error: 'case_closed' });
});

it('sorted: the oldest, the newest, or the riskiest first, by cursor in the same order', async () => {
  const [first, second, third] = [
    await stage.underReview(),
    await stage.underReview(),
    await stage.underReview(),
  ];
  await assess(first.caseId, 20, []);
  await assess(second.caseId, 90, ['tor_exit']);
  await assess(third.caseId, 20, []);
  const [a, b, c] = [first.caseId, second.caseId, third.caseId];
  const orders = { oldest: [a, b, c], newest: [c, b, a], riskiest: [b, a, c] };
  for (const [sort, order] of Object.entries(orders)) {
    expect(await ids(`sort=${sort}`)).toEqual(order);
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { body }: { body: unknown } = await stage.ask(
        'GET',
        `/cases?status=open&sort=${sort}&limit=1&after=${after}`,
      );
      const page = z
        .object({ data: listed.shape.data, pagination: z.object({ next: z.string().nullable() }) })
        .parse(body);
      seen.push(...page.data.map(({ id }) => id));
      after = page.pagination.next;
    }
    expect(seen).toEqual(order);
  }
  expect((await stage.ask('GET', '/cases?sort=any')).status).toBe(422);
});

it('the next one: of those filtered by, the most urgent and then the oldest, or the riskiest', async () => {
  const [old, risky, urgent] = [
    await stage.underReview(),
    await stage.underReview(),
    await stage.underReview(),
  ];
  await assess(risky.caseId, 90, ['tor_exit']);
  await stage.ask('PATCH', `/cases/${urgent.caseId}`, { priority: 'high', tags: ['payouts'] });
  const next = async (wish: Record<string, unknown>): Promise<unknown> => {
    const taken = await stage.ask('POST', '/cases/next', {
      reviewer_id: await stage.user(),
      ...wish,
    });
    return taken.status === 204 ? null : text(taken.body, 'id');
  };
  expect(await next({ tag: 'nobody' })).toBeNull();
  expect(await next({ country: 'MT' })).toBeNull();
  expect(await next({ status: 'escalated' })).toBeNull();
  expect(await next({ sort: 'riskiest' })).toBe(risky.caseId);
  expect(await next({})).toBe(urgent.caseId);
  expect(await next({ tag: 'payouts' })).toBeNull();
  expect(await next({ workflow_id: stage.api.documentAndSelfieId })).toBeNull();
  expect(await next({ workflow_id: await workflowOf(old.sessionId) })).toBe(old.caseId);
});

it('counts what each tab shows, and how long they have waited', async () => {
  expect(await stats()).toMatchObject({ open: 0, age: { p50_seconds: null, p95_seconds: null } });
  const [first] = [await stage.underReview(), await stage.underReview(), await stage.underReview()];
  const ada = await stage.user();
  await stage.ask('POST', `/cases/${first.caseId}/claim`, { reviewer_id: ada });
  stage.later(5 * 3_600_000);
  const { caseId } = await stage.underReview();
  await stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id: ada });
  const counted = await stats(`?assignee=${ada}`);
  // The first claim has run out.
  expect(counted).toMatchObject({
    open: 3,
    in_review: 1,
    mine: 1,
    pending_second_review: 0,
    escalated: 0,
    age_bands: { green: 0, yellow: 4, red: 0 },
    closed_has_more: false,
  });
  const age = z.object({ p50_seconds: z.number(), p95_seconds: z.number() }).parse(counted['age']);
  expect(age.p50_seconds).toBeGreaterThanOrEqual(5 * 3_600);
  expect(age.p95_seconds).toBeGreaterThanOrEqual(age.p50_seconds);
  expect(await stats()).toMatchObject({ mine: 0 });
  await stage.ask('POST', `/cases/${caseId}/escalate`, { reviewer_id: ada });
  expect(await stats(`?assignee=${ada}`)).toMatchObject({ escalated: 1, in_review: 0, mine: 0 });
});

it('a case decided keeps the age in which it was, as the view says it', async () => {
  const { caseId } = await stage.underReview();
  const from = new Date('2026-01-01T00:00:00Z').getTime();
  const hourMs = 3_600_000;
  for (const [ms, band] of [
    [4 * hourMs - 1, 'green'],
    [4 * hourMs, 'yellow'],
    [24 * hourMs - 1, 'yellow'],
    [24 * hourMs, 'red'],
  ] as const) {
    await stage.api.db
      .updateTable('cases')
      .set({ status: 'closed', created_at: new Date(from), closed_at: new Date(from + ms) })
      .where('id', '=', caseId)
      .execute();
    const { body } = await stage.ask('GET', `/cases?age=${band}&q=${caseId}`);
    expect(body['data']).toMatchObject([{ id: caseId, age_band: band }]);
    for (const status of ['closed', 'open,closed']) {
      const filtered = await stage.ask('GET', `/cases?age=${band}&status=${status}&q=${caseId}`);
      expect(filtered.body['data']).toHaveLength(1);
    }
    const other = band === 'red' ? 'green' : 'red';
    const without = await stage.ask('GET', `/cases?age=${other}&q=${caseId}`);
    expect(without.body['data']).toEqual([]);
  }
});

it("another environment's and organisation's queue has none of them: neither list, counts nor next", async () => {
  const { caseId } = await stage.underReview();
  await stage.ask('PATCH', `/cases/${caseId}`, { tags: ['mine'] });
  await assess(caseId, 10, ['tor_exit']);
  const key = stage.api.sandboxKey;
  for (const query of ['', '?tag=mine', '?signal=tor_exit', `?q=${caseId}`, '?sort=riskiest']) {
    const { body } = await stage.api.ask('GET', `/api/v1/cases${query}`, { key });
    expect(body['data']).toEqual([]);
  }
  const counted = await stage.api.ask('GET', '/api/v1/cases/stats', { key });
  expect(counted.body).toMatchObject({ open: 0, closed: 0 });
  const next = await stage.api.ask('POST', '/api/v1/cases/next', { key, json: {} });
  expect(next.status).toBe(204);
});

it('redacted: the case has no reference, no tags, and is found by neither', async () => {
  const { caseId, sessionId } = await stage.underReview();
  await stage.api.db
    .updateTable('sessions')
    .set({ external_ref: 'gone-7' })
    .where('id', '=', sessionId)
    .execute();
  await stage.ask('PATCH', `/cases/${caseId}`, { tags: ['gone'] });
  expect((await stage.ask('DELETE', `/sessions/${sessionId}/data`)).status).toBe(200);
  const row = await stage.api.db
    .selectFrom('cases')
    .select(['external_ref', 'tags', 'status'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ external_ref: null, tags: [], status: 'closed' });
  const marks = await stage.api.db
    .selectFrom('case_marks')
    .select('value')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'tag')
    .execute();
  expect(marks).toEqual([]);
});
