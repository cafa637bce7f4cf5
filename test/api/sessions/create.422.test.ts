import { z } from 'zod';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const errors = z.array(z.object({ field: z.string(), code: z.string(), message: z.string() }));
const manyTags = Array.from({ length: 51 }, (_, index) => `t${String(index)}`);

it.each<[string, Record<string, unknown>, string, string]>([
  ['unknown country', { country: 'XX' }, 'country', 'unknown_country'],
  ['unknown country by its alias', { country_code: 'XX' }, 'country_code', 'unknown_country'],
  ['unknown workflow', { workflow_id: 'wfl_unknown' }, 'workflow_id', 'unknown_workflow'],
  ['unknown check', { checks: ['age', 'palm_reading'] }, 'checks.1', 'unknown_check'],
  ['no check at all', { checks: [] }, 'checks', 'too_small'],
  ['external_ref of another type', { external_ref: 7 }, 'external_ref', 'invalid_type'],
  ['external_ref too long', { external_ref: 'x'.repeat(256) }, 'external_ref', 'too_big'],
  ['metadata that is no object', { metadata: 'x' }, 'metadata', 'invalid_type'],
  ['metadata above 16 KB', { metadata: { note: 'x'.repeat(16_400) } }, 'metadata', 'too_big'],
  ['more than 50 tags', { tags: manyTags }, 'tags', 'too_big'],
  ['a tag of another type', { tags: ['a', 7] }, 'tags.1', 'invalid_type'],
  ['redirect over http', { redirect_url: 'http://example.com' }, 'redirect_url', 'invalid_url'],
  ['redirect that is no address', { return_url: 'javascript:1' }, 'return_url', 'invalid_url'],
  ['support over http', { support_url: 'http://a.example' }, 'support_url', 'invalid_url'],
  ['support in two lines', { support_url: 'https://a\n.b' }, 'support_url', 'invalid_url'],
  ['support behind another', { support_url: 'https://a.b\\@c.d' }, 'support_url', 'invalid_url'],
  ['4 minutes', { expires_in_minutes: 4 }, 'expires_in_minutes', 'too_small'],
  ['10,081 minutes', { expires_in_minutes: 10_081 }, 'expires_in_minutes', 'too_big'],
  ['30 February', { fields: { date_of_birth: '1990-02-30' } }, 'fields.date_of_birth', 'invalid'],
  ['a birth in 2190', { fields: { dateOfBirth: '2190-01-01' } }, 'fields.dateOfBirth', 'invalid'],
  ['a day that is a number', { fields: { dob: 19900310 } }, 'fields.dob', 'invalid'],
  [
    'a state that is none',
    { fields: { nationality: 'Atlantis' } },
    'fields.nationality',
    'invalid',
  ],
  ['a sex that is none', { fields: { gender: 'purple' } }, 'fields.gender', 'invalid'],
  ['an e-mail without address', { send_email: true }, 'applicant_email', 'required'],
  ['an address that is none', { applicant_email: 'nobody' }, 'applicant_email', 'invalid_format'],
  [
    'two names, two values',
    { country: 'DE', country_code: 'FR' },
    'country_code',
    'conflicting_alias',
  ],
])('422: %s', async (_name, json, field, code) => {
  const answer = await api.ask('POST', '/api/v1/sessions', { json });
  expect(answer.status).toBe(422);
  expect(answer.body['error']).toBe('validation_failed');
  expect(errors.parse(answer.body['errors'])).toEqual([expect.objectContaining({ field, code })]);
});

it('known data in any spelling that can be compared is taken', async () => {
  const fields = { date_of_birth: '10 Mar 1990', nationality: 'Greece', gender: 'femme', plan: 7 };
  const answer = await api.ask('POST', '/api/v1/sessions', { json: { fields } });
  expect(answer.status).toBe(201);
});

it('two names with one value are no conflict', async () => {
  const answer = await api.ask('POST', '/api/v1/sessions', {
    json: { country: 'DE', country_code: 'DE' },
  });
  expect(answer.status).toBe(201);
});

it('a refused create leaves no session behind', async () => {
  const before = await api.ask('GET', '/api/v1/sessions');
  await api.ask('POST', '/api/v1/sessions', { json: { checks: ['palm_reading'] } });
  const after = await api.ask('GET', '/api/v1/sessions');
  expect(after.body['pagination']).toEqual(before.body['pagination']);
});
