import { z } from 'zod';
import { call, text } from '../../processes/api-caller';
import { anna, keepAttributes } from '../sessions/keep-attributes';
import { listed, setReviewStage, type ReviewStage } from './review-stage';

/** The queue searched by who somebody is: waiting and decided cases of that person's sessions, nobody else's. */
let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
});
afterAll(() => stage.stop());

async function found(json: unknown, key = stage.api.liveKey): Promise<readonly string[]> {
  const { status, body } = await stage.api.ask('POST', '/api/v1/cases/search', { key, json });
  expect({ status, errors: body['errors'] }).toEqual({ status: 200, errors: undefined });
  return listed.parse(body).data.map(({ id }) => id);
}

const paged = z.object({ next: z.string() });
const byNumber = { document_number: 'l 898902-C3' };
const byName = { name: 'Eriksson, Anna', date_of_birth: '1974-08-12' };

it('finds by name and birth date or by document number, newest first, until the data are erased', async () => {
  const [older, newer] = [await stage.underReview(), await stage.underReview()];
  await stage.underReview();
  for (const { sessionId } of [older, newer]) await keepAttributes(stage.api, sessionId, anna);
  await stage.ask('POST', `/cases/${older.caseId}/approve`);
  for (const sought of [byNumber, byName, { ...byName, ...byNumber }]) {
    expect(await found(sought)).toEqual([newer.caseId, older.caseId]);
    expect(await found(sought, stage.api.sandboxKey)).toEqual([]);
  }
  expect(await found({ ...byName, document_number: 'L898902C4' })).toEqual([]);
  expect(await found({ ...byName, date_of_birth: '1974-08-13' })).toEqual([]);
  const first = await stage.ask('POST', '/cases/search', { ...byNumber, limit: 1 });
  expect(first.body).toMatchObject({ data: [{ id: newer.caseId, status: 'open' }] });
  const { next } = paged.parse(first.body['pagination']);
  const second = await stage.ask('POST', '/cases/search', { ...byNumber, limit: 1, after: next });
  expect(second.body).toMatchObject({
    data: [{ id: older.caseId, status: 'approved' }],
    pagination: { next: null },
  });
  expect((await stage.ask('DELETE', `/sessions/${newer.sessionId}/data`)).status).toBe(200);
  expect(await found(byNumber)).toEqual([older.caseId]);
});

it('needs both scopes, and is recorded by its fields alone', async () => {
  for (const scopes of [['cases:read'], ['verifications:read']]) {
    const made = await stage.ask('POST', '/api-keys', { label: 'one', scopes });
    const refused = await call('POST', `${stage.api.url}/api/v1/cases/search`, {
      key: text(made.body, 'key'),
      json: byNumber,
    });
    expect(refused.status).toBe(403);
  }
  expect(await found({ name: 'Zwetschgenbaum', date_of_birth: '1974-08-12' })).toEqual([]);
  const record = await stage.api.db
    .selectFrom('audit')
    .select(['resource_id', 'detail'])
    .where('action', '=', 'case.searched')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(record).toEqual({
    resource_id: null,
    detail: { fields: ['name', 'date_of_birth'], found: 0 },
  });
  expect(stage.api.log()).not.toContain('Zwetschgenbaum');
});
