import { z } from 'zod';
import { setReviewStage, type ReviewStage } from '../cases/review-stage';

/** How long cases wait and take, and how often reviewers see them otherwise. */
let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(() => stage.stop());

const metricsSchema = z.object({
  decided: z.number(),
  is_partial: z.boolean(),
  queue: z.object({ waiting: z.number() }),
  handling: z.object({ p50_ms: z.number().nullable() }),
  reviewers: z.array(
    z.object({
      reviewer: z.string(),
      approved: z.number(),
      rejected: z.number(),
      decisions_per_hour: z.number().nullable(),
      median_handling_ms: z.number().nullable(),
    }),
  ),
  overturned: z.object({ of: z.number(), share: z.number().nullable() }),
  overrides: z.array(
    z.object({
      check: z.string(),
      of: z.number(),
      overridden: z.number(),
      share: z.number().nullable(),
    }),
  ),
});

async function metrics(key = stage.api.liveKey): Promise<z.infer<typeof metricsSchema>> {
  const at = (ms: number) => encodeURIComponent(new Date(Date.now() + ms).toISOString());
  const path = `/api/v1/analytics/review?from=${at(-3_600_000)}&to=${at(86_400_000)}`;
  const { status, body } = await stage.api.ask('GET', path, { key });
  expect({ status, body }).toMatchObject({ status: 200 });
  return metricsSchema.parse(body);
}

it('of each reviewer: decisions, and the time in hands, of each pause a minute at most', async () => {
  const ada = await stage.user();
  const { caseId } = await stage.underReview();
  await stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id: ada });
  stage.later(30_000);
  await stage.ask('POST', `/cases/${caseId}/notes`, { reviewer_id: ada, text: 'seen' });
  // Somebody went for lunch.
  stage.later(20 * 60_000);
  await stage.ask('POST', `/cases/${caseId}/claim`, { reviewer_id: ada });
  stage.later(30_000);
  // The decision's own record is written by the worker, whose clock has not moved.
  await stage.ask('POST', `/cases/${caseId}/notes`, { reviewer_id: ada, text: 'sure' });
  await stage.api.db
    .updateTable('cases')
    .set({
      status: 'approved',
      decided_by: ada,
      claimed_until: null,
      closed_at: new Date(Date.now() + 25 * 60_000),
    })
    .where('id', '=', caseId)
    .execute();
  const { reviewers, handling } = await metrics();
  const own = reviewers.find(({ reviewer }) => reviewer === ada);
  expect(own).toMatchObject({ approved: 1, rejected: 0 });
  const handled = own?.median_handling_ms ?? 0;
  expect(handled).toBeGreaterThanOrEqual(120_000);
  expect(handled).toBeLessThan(120_000 + 20_000);
  expect(handling.p50_ms).toBe(handled);
  expect(own?.decisions_per_hour).toBeCloseTo(3_600_000 / handled, 5);
});

it('of two reviewers: how often the second decided otherwise', async () => {
  await stage.dualReview(true);
  const [ada, bob] = [await stage.user(), await stage.user()];
  for (const [first, second] of [
    ['approve', 'approve'],
    ['approve', 'reject'],
  ] as const) {
    const { caseId } = await stage.underReview();
    await stage.ask('POST', `/cases/${caseId}/${first}`, { reviewer_id: ada });
    await stage.ask('POST', `/cases/${caseId}/${second}`, { reviewer_id: bob });
  }
  await stage.dualReview(false);
  expect((await metrics()).overturned).toEqual({ of: 2, share: 0.5 });
});

it('of each check: how often it was overridden', async () => {
  const before = (await metrics()).overrides.find(({ check }) => check === 'document_quality');
  const { caseId, sessionId } = await stage.underReview();
  await stage.ask('POST', `/cases/${caseId}/checks/document_quality/override`, {
    passed: false,
    reason: 'seen',
  });
  await stage.reached(sessionId, 'under_review');
  await stage.ask('POST', `/cases/${caseId}/reject`);
  const after = (await metrics()).overrides.find(({ check }) => check === 'document_quality');
  expect(after).toMatchObject({
    of: (before?.of ?? 0) + 1,
    overridden: (before?.overridden ?? 0) + 1,
  });
});

it("the queue as it is now, and nothing of another environment's", async () => {
  await stage.underReview();
  expect((await metrics()).queue.waiting).toBeGreaterThan(0);
  expect(await metrics(stage.api.sandboxKey)).toMatchObject({
    decided: 0,
    queue: { waiting: 0 },
    reviewers: [],
    overturned: { of: 0, share: null },
  });
});
