import { text } from '../../processes/api-caller';
import { setReviewStage, type ReviewStage } from './review-stage';

let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(() => stage.stop());

it('the oldest first, each to one reviewer only, then 204', async () => {
  const first = await stage.underReview();
  const second = await stage.underReview();
  const third = await stage.underReview();
  const [ada, bob, eve] = [await stage.user(), await stage.user(), await stage.user()];
  const other = await stage.api.another();
  const next = (by: string, url?: string) =>
    stage.ask('POST', '/cases/next', { reviewer_id: by }, url);
  expect((await next(ada)).body).toMatchObject({ id: first.caseId, assignee: ada });
  const both = await Promise.all([next(bob), next(eve, other)]);
  expect(both.map(({ body }) => text(body, 'id')).sort()).toEqual(
    [second.caseId, third.caseId].sort(),
  );
  const empty = await next(ada);
  expect(empty.status).toBe(204);
  expect(empty.body).toEqual({});
});
