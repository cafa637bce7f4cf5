import { setSettings } from '../../stack/set-settings';
import { z } from 'zod';
import { isId } from '../../../shared/domain/ids';
import { defaultWorkflow } from '../../../shared/domain/graph/default-workflow';
import { piiFields } from '../../../shared/domain/organization/settings';
import type { Answer } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { capturingSession } from '../capturing-session';
import { checksOfWorkflow } from '../../workflow/checks-of-workflow';
import { startApi, type RunningApi } from '../running-api';
import { readFields } from '../session-worker';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ worker: true });
});
afterAll(() => api.stop());

function ask(method: string, path: string, json?: unknown): Promise<Answer> {
  return api.ask(method, `/api/v1/sessions/${path}`, json === undefined ? {} : { json });
}

async function decided(id: string): Promise<Answer> {
  return eventually('a decision', async () => {
    const answer = await ask('GET', id);
    return answer.body['status'] === 'processing' ? undefined : answer;
  });
}

it('submit: 422 missing_pieces with the list, and the session stays', async () => {
  const id = await capturingSession(api, ['id_front']);
  const answer = await ask('POST', `${id}/submit`);
  expect(answer.body).toMatchObject({
    status_code: 422,
    error: 'missing_pieces',
    missing: ['selfie'],
    status: 'capturing',
  });
  expect((await ask('GET', id)).body['status']).toBe('capturing');
});

it('the back is missing where the type has one', async () => {
  const id = await capturingSession(api, ['id_front', 'selfie']);
  if (!isId('session', id)) throw new Error('no session');
  await api.db
    .updateTable('sessions')
    .set({ document_type: 'national_id' })
    .where('id', '=', id)
    .execute();
  expect((await ask('POST', `${id}/submit`)).body['missing']).toEqual(['id_back']);
});

describe('a submitted session', () => {
  let id: string;
  beforeAll(async () => {
    id = await capturingSession(api, ['id_front', 'selfie']);
    const answer = await ask('POST', `${id}/submit`);
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ id, status: 'processing', is_sandbox: false });
    await decided(id);
  });

  it('is completed, with the integrator named for the consent', async () => {
    const session = await ask('GET', id);
    expect(session.body).toMatchObject({ status: 'completed', processing_attempts: 1 });
    expect(session.body['completed_at']).not.toBeNull();
    const events = z
      .object({ data: z.array(z.object({ event: z.string(), detail: z.unknown() })) })
      .parse((await ask('GET', `${id}/events`)).body);
    expect(events.data).toContainEqual({ event: 'consent', detail: { consent: 'integrator' } });
  });

  it('has its result, with the extracted fields and every check', async () => {
    const { body } = await ask('GET', `${id}/result`);
    expect(body).toMatchObject({
      session_id: id,
      status: 'approved',
      attempt: 1,
      is_sandbox: false,
      face_match_passed: true,
      face_match_score: 0.9,
      age_check_passed: true,
      extracted_data: readFields,
      rejection_reason: null,
      rejection_reason_code: null,
      processing_mode: 'workflow',
      sensitive_data_expired: false,
    });
    expect(body['extracted_age']).toBeGreaterThan(60);
    expect(body['check_results']).toMatchObject({
      document_ocr: { status: 'passed', score: 0.9, reasons: [] },
    });
    const checks = await ask('GET', `${id}/verifications`);
    const rows = z.array(z.object({ check: z.string() })).parse(checks.body['data']);
    expect(rows.map(({ check }) => check).sort()).toEqual(checksOfWorkflow(defaultWorkflow));
  });

  it('is found by its result', async () => {
    const listed = await api.ask('GET', '/api/v1/sessions?result=approved');
    expect(listed.body['data']).toMatchObject([{ id }]);
    const results = await api.ask('GET', '/api/v1/results?status=approved');
    expect(results.body).toMatchObject({
      data: [{ session_id: id, result: { extracted_data: readFields } }],
      pagination: { total: 1 },
    });
    const none = await api.ask('GET', '/api/v1/results?status=rejected');
    expect(none.body['data']).toEqual([]);
  });

  it("keeps to the organisation's api_pii_fields; the export does not", async () => {
    await setSettings(api.db, { api_pii_fields: ['first_name'] });
    const shown = (await ask('GET', `${id}/result`)).body;
    const exported = (await ask('GET', `${id}/export`)).body;
    await setSettings(api.db, { api_pii_fields: piiFields });
    expect(shown).toMatchObject({
      extracted_data: { first_name: readFields.first_name },
      extracted_age: null,
    });
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(shown['extracted_data']))).toEqual([
      'first_name',
    ]);
    expect(exported['result']).toMatchObject({ extracted_data: readFields });
  });

  it('is reprocessed: a second attempt, the first one readable', async () => {
    expect((await ask('POST', `${id}/reprocess`)).body).toEqual({
      session_id: id,
      status: 'processing',
    });
    await decided(id);
    expect((await ask('GET', `${id}/result`)).body['attempt']).toBe(2);
    expect((await ask('GET', `${id}/result?attempt=1`)).body['attempt']).toBe(1);
    expect((await ask('GET', `${id}/result?attempt=3`)).status).toBe(404);
  });
});
