import { z } from 'zod';
import { checkCatalogue } from '../../../shared/domain/checks/catalogue';
import { setSettings } from '../../stack/set-settings';
import { setSandboxStage, type SandboxStage } from './sandbox-stage';

/** A sandbox result has the form of a live one, about the published made-up person. */
let stage: SandboxStage;

beforeAll(async () => {
  stage = await setSandboxStage();
});
afterEach(() => {
  expect(stage.engineCalls()).toBe(0);
});
afterAll(() => stage.stop());

const get = async (path: string) => (await stage.ask('GET', path)).body;
const checkList = z.object({ data: z.array(z.object({ check: z.string(), status: z.string() })) });

it('approve: extracted data, check results, verifications, run and risk of attempt 1', async () => {
  const id = await stage.simulated('approve');
  const year = new Date().getUTCFullYear();
  const hadBirthday = new Date().toISOString().slice(5, 10) >= '06-15';
  const result = await get(`sessions/${id}/result`);
  expect(result).toMatchObject({
    status: 'approved',
    attempt: 1,
    is_sandbox: true,
    processing_mode: 'sandbox',
    face_match_passed: true,
    face_match_score: 0.95,
    age_check_passed: true,
    extracted_age: year - 1997 - (hadBirthday ? 0 : 1),
    extracted_data: {
      first_name: 'Jane',
      last_name: 'Doe',
      date_of_birth: '1997-06-15',
      document_type: 'drivers_license',
    },
    check_results: {
      document_ocr: { status: 'passed', reasons: [] },
      risk_assessment: { status: 'passed' },
      watchlist_screening: { status: 'passed' },
    },
    rejection_reason_code: null,
  });
  expect(result['decided_at']).toBe(result['created_at']);
  expect(await get(`sessions/${id}/risk`)).toMatchObject({
    risk_score: 0,
    risk_level: 'low',
    attempt: 1,
  });
  const { data } = checkList.parse(await get(`sessions/${id}/verifications`));
  expect(data.length).toBeGreaterThan(6);
  expect(data.every(({ status }) => status === 'passed')).toBe(true);
  expect((await stage.ask('GET', `sessions/${id}/workflow-run`)).status).toBe(200);
});

it('decline: no reason but the choice, unless a check is named', async () => {
  const unnamed = await stage.simulated('decline');
  expect(await get(`sessions/${unnamed}/result`)).toMatchObject({
    status: 'rejected',
    rejection_reason_code: 'sandbox_rejected',
  });
  const named = await stage.simulated('decline', { check: 'face_match', reason: 'face_mismatch' });
  expect(await get(`sessions/${named}/result`)).toMatchObject({
    status: 'rejected',
    rejection_reason_code: 'face_mismatch',
    face_match_passed: false,
    check_results: { face_match: { status: 'failed', reasons: ['face_mismatch'] } },
    processing_mode: 'sandbox',
  });
});

it('the data bear out what failed', async () => {
  const young = await stage.simulated('decline', { check: 'age' });
  const { extracted_age: age, rejection_reason_code: code } = await get(`sessions/${young}/result`);
  expect(code).toBe('under_age');
  expect(z.number().parse(age)).toBeLessThan(18);
  const unread = await stage.simulated('decline', { check: 'document_ocr' });
  expect(await get(`sessions/${unread}/result`)).toMatchObject({
    extracted_data: null,
    check_results: { age: { status: 'skipped', reasons: ['document_unreadable'] } },
  });
});

it('a result keeps when it went to a reviewer, and tells when it was decided', async () => {
  const id = await stage.simulated('require-review');
  const before = await get(`sessions/${id}/result`);
  expect(before).toMatchObject({ status: 'needs_review', decided_at: null, attempt: 1 });
  await stage.ask('POST', `cases/${await stage.caseOf(id)}/approve`, {});
  const after = await get(`sessions/${id}/result`);
  expect(after['created_at']).toBe(before['created_at']);
  expect(z.string().parse(after['decided_at']) > z.string().parse(after['created_at'])).toBe(true);
});

it.each([
  ['check', 'unknown check', { action: 'decline', check: 'nonsense' }],
  ['reason', 'reason of another check', { action: 'decline', check: 'age', reason: 'blurred' }],
  ['check', 'reason alone', { action: 'decline', reason: 'face_mismatch' }],
  ['check', 'approval', { action: 'approve', check: 'age' }],
  ['check', 'check that the session lacks', { action: 'decline', check: 'check_against_list' }],
])('422 names %s: %s', async (field, _what, json) => {
  const id = await stage.api.create({}, stage.api.sandboxKey);
  const answer = await stage.ask('POST', `sessions/${id}/simulate`, json);
  expect(answer.body).toMatchObject({ status_code: 422, errors: [{ field }] });
  expect(await get(`sessions/${id}`)).toMatchObject({ status: 'pending' });
});

it('every reason of a check can be simulated', async () => {
  for (const reason of checkCatalogue.document_quality.reasons) {
    const id = await stage.simulated('decline', { check: 'document_quality', reason });
    expect(await get(`sessions/${id}/result`)).toMatchObject({
      check_results: { document_quality: { status: 'failed', reasons: [reason] } },
    });
  }
});

it("keeps to the environment's api_pii_fields", async () => {
  const id = await stage.simulated('approve');
  await setSettings(stage.api.db, { api_pii_fields: ['last_name'] }, 'sandbox');
  const { extracted_data: shown } = await get(`sessions/${id}/result`);
  await setSettings(stage.api.db, {}, 'sandbox');
  expect(shown).toEqual({ last_name: 'Doe' });
});

it('a dry-run walks what was made up, and comes to what was chosen', async () => {
  const [approved, declined] = [await stage.simulated('approve'), await stage.simulated('decline')];
  const workflow = z.string().parse((await get(`sessions/${approved}`))['workflow_id']);
  for (const [id, decision] of [
    [approved, 'approved'],
    [declined, 'rejected'],
  ]) {
    const { status, body } = await stage.ask('POST', `workflows/${workflow}/dry-run`, {
      session_id: id,
    });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain(`"decision":"${String(decision)}"`);
  }
  const last = await stage.ask('POST', `workflows/${workflow}/dry-run`, { last: 2 });
  expect(JSON.stringify(last.body)).not.toContain('invalid_state');
});

it('webhooks carry of the made-up person what the sandbox’s webhook_pii_fields allow, and no more', async () => {
  await stage.ask('PATCH', 'organization', {
    settings: { webhook_pii_fields: ['first_name', 'document_type'] },
  });
  const id = await stage.simulated('approve');
  const feed = z.object({ data: z.array(z.record(z.string(), z.unknown())) });
  const { data } = feed.parse(await get('events/feed?limit=100'));
  const approved = data.filter((event) => event['event'] === 'session.approved');
  expect(approved.find((event) => event['session_id'] === id)).toMatchObject({
    extracted_data: { first_name: 'Jane', document_type: 'drivers_license' },
  });
  expect(JSON.stringify(data)).not.toContain('1997-06-15');
  await stage.ask('PATCH', 'organization', { settings: { webhook_pii_fields: [] } });
});
