import { z } from 'zod';
import type { AuditId } from '../../../shared/domain/ids';
import { setReviewStage, type ReviewStage } from './review-stage';

let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(() => stage.stop());

const unreadable = { status: 'skipped', reasons: ['date_of_birth_unreadable'] } as const;

it('202 for an override that settles it: decided again, the case closed, the engine’s row as it was', async () => {
  stage.says({ document_quality: { status: 'failed', reasons: ['blurred'] } });
  const { sessionId, caseId } = await stage.underReview();
  const answer = await stage.ask('POST', `/cases/${caseId}/checks/document_quality/override`, {
    passed: true,
    reason: 'Sharp enough to read MUSTERMANN.',
  });
  expect(answer.status).toBe(202);
  await stage.reached(sessionId, 'completed');
  const { body: result } = await stage.ask('GET', `/sessions/${sessionId}/result`);
  expect(result).toMatchObject({
    status: 'approved',
    check_results: { document_quality: { status: 'passed', reasons: [] } },
  });
  const { body: closed } = await stage.ask('GET', `/cases/${caseId}`);
  expect(closed).toMatchObject({
    status: 'closed',
    close_reason: 'decision_rerun',
    changes: [{ kind: 'override', outcomes: [{ check: 'document_quality', status: 'passed' }] }],
  });
  const row = await stage.api.db
    .selectFrom('check_runs')
    .select(['status', 'reasons'])
    .where('session_id', '=', sessionId)
    .where('check', '=', 'document_quality')
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ status: 'failed', reasons: ['blurred'] });
});

it('202 for one that settles nothing: the same case waits on', async () => {
  stage.says({
    document_quality: { status: 'failed', reasons: ['blurred'] },
    document_ocr: { status: 'failed', reasons: ['document_unreadable'] },
  });
  const { sessionId, caseId } = await stage.underReview();
  const path = `/cases/${caseId}/checks/document_quality/override`;
  await stage.ask('POST', path, { passed: true, reason: 'clear' });
  await stage.reached(sessionId, 'under_review');
  const { body } = await stage.ask('GET', `/sessions/${sessionId}`);
  expect(body).toMatchObject({ case_id: caseId, case_status: 'in_review' });
});

it('202 for a correction: the rules over the fields judge it, the read values stay beneath', async () => {
  stage.says({ age: unreadable });
  const { sessionId, caseId } = await stage.underReview();
  const answer = await stage.ask('PUT', `/cases/${caseId}/extracted-data`, {
    fields: { date_of_birth: '1990-02-03' },
  });
  expect(answer.status).toBe(202);
  expect(JSON.stringify(answer.body)).not.toContain('1990');
  await stage.reached(sessionId, 'completed');
  const { body } = await stage.ask('GET', `/sessions/${sessionId}/result`);
  expect(body).toMatchObject({
    status: 'approved',
    extracted_data: { date_of_birth: '1990-02-03', last_name: 'MUSTERMANN' },
    age_check_passed: true,
  });
});

it('202 for a correction that turns it the other way: rejected for being under age', async () => {
  stage.says({ age: unreadable });
  const { sessionId, caseId } = await stage.underReview();
  const today = new Date().toISOString().slice(0, 10);
  await stage.ask('PUT', `/cases/${caseId}/extracted-data`, { fields: { date_of_birth: today } });
  await stage.reached(sessionId, 'completed');
  const { body } = await stage.ask('GET', `/sessions/${sessionId}/result`);
  expect(body).toMatchObject({ status: 'rejected', rejection_reason_code: 'under_age' });
});

it('a correction says why: to reviewers, sealed; the audit names its fields and that there is a reason, never a value', async () => {
  stage.says({ age: unreadable });
  const { sessionId, caseId } = await stage.underReview();
  const answer = await stage.ask('PUT', `/cases/${caseId}/extracted-data`, {
    fields: { last_name: 'MUSTERFRAU' },
    reason: 'The zone is smudged.',
  });
  expect(answer.status).toBe(202);
  const { body } = await stage.ask('GET', `/cases/${caseId}`);
  expect(body).toMatchObject({
    changes: [
      {
        id: answer.body['id'],
        content: { last_name: 'MUSTERFRAU', reason: 'The zone is smudged.' },
      },
    ],
  });
  const logged = await stage.api.db
    .selectFrom('audit')
    .select('detail')
    .where('id', '=', z.custom<AuditId>().parse(answer.body['id']))
    .executeTakeFirstOrThrow();
  expect(logged.detail).toMatchObject({ fields: ['last_name'], has_reason: true });
  expect(JSON.stringify(logged.detail)).not.toMatch(/MUSTERFRAU|smudged/);
  const { body: review } = await stage.ask('GET', `/cases/${caseId}/review`);
  expect(JSON.stringify(review)).not.toContain('smudged');
  await stage.ask('POST', `/cases/${caseId}/approve`, {});
  await stage.reached(sessionId, 'completed');
  const result = await stage.ask('GET', `/sessions/${sessionId}/result`);
  expect(JSON.stringify(result.body)).not.toContain('smudged');
  expect(JSON.stringify(result.body)).toContain('MUSTERFRAU');
});

it('a correction is of our own fields: any casing is taken, and two that differ are not', async () => {
  stage.says({ age: unreadable });
  const { sessionId, caseId } = await stage.underReview();
  const twice = await stage.ask('PUT', `/cases/${caseId}/extracted-data`, {
    fields: { firstName: 'A', first_name: 'B' },
  });
  expect(twice.body).toMatchObject({
    status_code: 422,
    errors: [{ field: 'fields.first_name', code: 'conflicting_casing' }],
  });
  const answer = await stage.ask('PUT', `/cases/${caseId}/extracted-data`, {
    fields: { dateOfBirth: '1990-02-03', 'first-name': 'CORRECTED', shoeSize: 44 },
  });
  expect(answer.body).toMatchObject({ fields: ['first_name', 'date_of_birth'] });
  expect(answer.headers.get('verifa-ignored-fields')).toBe('fields.shoeSize');
  await stage.reached(sessionId, 'completed');
  const { body } = await stage.ask('GET', `/sessions/${sessionId}/result`);
  expect(body).toMatchObject({ extracted_data: { first_name: 'CORRECTED' } });
});

it('422 for a check that did not run, and for a correction of nothing', async () => {
  stage.says({ age: unreadable });
  const { caseId } = await stage.underReview();
  const override = await stage.ask('POST', `/cases/${caseId}/checks/identity_crossref/override`, {
    passed: true,
    reason: 'x',
  });
  expect(override.body).toMatchObject({ status_code: 422, errors: [{ field: 'check' }] });
  const empty = await stage.ask('PUT', `/cases/${caseId}/extracted-data`, { fields: {} });
  expect(empty.body).toMatchObject({ status_code: 422, errors: [{ field: 'fields' }] });
});

it.each([
  ['date_of_birth', '1997-02-30'],
  ['date_of_birth', '2999-99-99'],
  ['date_of_birth_partial', '1997-13'],
  ['document_expiration_date', '2031-00-10'],
  ['document_issue_date', '2023-02-29'],
])(
  '422 for a correction to a day that no calendar has, saved or only looked at: %s %s',
  async (field, day) => {
    stage.says({ age: unreadable });
    const { caseId } = await stage.underReview();
    const fields = { [field]: day };
    const saved = await stage.ask('PUT', `/cases/${caseId}/extracted-data`, { fields });
    const looked = await stage.ask('POST', `/cases/${caseId}/preview`, { fields });
    for (const { body } of [saved, looked]) {
      expect(body).toMatchObject({ status_code: 422, errors: [{ field: `fields.${field}` }] });
    }
  },
);
