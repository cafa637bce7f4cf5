import { z } from 'zod';
import { checkNames } from '../../../shared/domain/checks/outcome';
import { readData, setReviewStage, type ReviewStage } from './review-stage';

/** What a reviewer is told before saving is what saving comes to; and asking changes nothing. */
let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(() => stage.stop());

const end = z.object({ decision: z.string(), reason_code: z.string().nullable() });
const previewSchema = z.object({
  fields: z.array(z.string()),
  checks: z.array(
    z.object({
      check: z.enum(checkNames),
      before: z.object({ status: z.string() }),
      after: z.object({ status: z.string(), reasons: z.array(z.string()) }),
    }),
  ),
  before: end,
  after: end,
  is_recommendation: z.boolean(),
});

async function preview(caseId: string, json: unknown): Promise<z.infer<typeof previewSchema>> {
  const { status, body } = await stage.ask('POST', `/cases/${caseId}/preview`, json);
  expect({ status, body }).toMatchObject({ status: 200 });
  return previewSchema.parse(body);
}

/** Every row that a decision could touch. */
async function rows(): Promise<unknown> {
  const { db } = stage.api;
  return Promise.all([
    db.selectFrom('cases').selectAll().orderBy('id').execute(),
    db.selectFrom('case_changes').selectAll().orderBy('id').execute(),
    db.selectFrom('outcome_layers').selectAll().orderBy('change_id').execute(),
    db.selectFrom('timeline').selectAll().orderBy('position').execute(),
    db.selectFrom('audit').selectAll().orderBy('id').execute(),
    db.selectFrom('events').selectAll().orderBy('id').execute(),
    db.selectFrom('sessions').selectAll().orderBy('id').execute(),
  ]);
}

it('an override: the check that changes and the decision that follows, which saving then makes', async () => {
  const { caseId, sessionId } = await stage.underReview();
  const before = await rows();
  const shown = await preview(caseId, { override: { check: 'document_quality', passed: true } });
  expect(await rows()).toEqual(before);
  expect(shown).toMatchObject({
    fields: [],
    checks: [
      {
        check: 'document_quality',
        before: { status: 'failed' },
        after: { status: 'passed', reasons: [] },
      },
    ],
    before: { decision: 'needs_review' },
    after: { decision: 'approved', reason_code: null },
    is_recommendation: false,
  });
  await stage.ask('POST', `/cases/${caseId}/checks/document_quality/override`, {
    passed: true,
    reason: 'seen',
  });
  await stage.reached(sessionId, 'completed');
  const { body } = await stage.ask('GET', `/sessions/${sessionId}/result`);
  expect(body['status']).toBe(shown.after.decision);
});

it('a correction: only the checks over what was read, and the decision that saving then makes', async () => {
  const { caseId, sessionId } = await stage.underReview();
  const fields = { document_expiration_date: '2001-01-01', last_name: readData.last_name };
  const shown = await preview(caseId, { fields });
  expect(shown.fields).toEqual(['document_expiration_date']);
  expect(shown.checks).toMatchObject([
    {
      check: 'document_expiration',
      before: { status: 'passed' },
      after: { status: 'failed', reasons: ['document_expired'] },
    },
  ]);
  await stage.ask('PUT', `/cases/${caseId}/extracted-data`, { fields });
  const wanted = shown.after.decision === 'needs_review' ? 'under_review' : 'completed';
  await stage.reached(sessionId, wanted);
  const { body } = await stage.ask('GET', `/sessions/${sessionId}/result`);
  expect(body).toMatchObject({
    status: shown.after.decision,
    ...(shown.after.decision === 'rejected'
      ? { rejection_reason_code: shown.after.reason_code }
      : {}),
  });
});

it('one that changes nothing says so', async () => {
  const { caseId } = await stage.underReview();
  const shown = await preview(caseId, { fields: { last_name: readData.last_name } });
  expect(shown).toMatchObject({ fields: [], checks: [] });
  expect(shown.after).toEqual(shown.before);
});

it('of two reviewers what the first one saves is a recommendation', async () => {
  await stage.dualReview(true);
  const { caseId } = await stage.underReview();
  await stage.dualReview(false);
  const wish = { override: { check: 'document_quality', passed: true } };
  expect(await preview(caseId, wish)).toMatchObject({ is_recommendation: true });
});

it('refused: neither or both, a check that was not run, a case decided, one of somebody else', async () => {
  const { caseId } = await stage.underReview();
  const ask = (json: unknown) => stage.ask('POST', `/cases/${caseId}/preview`, json);
  const override = { check: 'document_quality', passed: true };
  expect((await ask({})).status).toBe(422);
  expect((await ask({ override, fields: { last_name: 'A' } })).status).toBe(422);
  expect((await ask({ fields: {} })).status).toBe(422);
  expect(
    (await ask({ override: { check: 'proof_of_address_check', passed: true } })).body,
  ).toMatchObject({
    status_code: 422,
    errors: [{ field: 'override.check', code: 'not_run' }],
  });
  const stranger = await stage.api.ask('POST', `/api/v1/cases/${caseId}/preview`, {
    key: stage.api.sandboxKey,
    json: { override },
  });
  expect(stranger.status).toBe(404);
  await stage.ask('POST', `/cases/${caseId}/approve`);
  expect((await ask({ override })).body).toMatchObject({ error: 'case_closed' });
});
