import { z } from 'zod';
import type { Subject } from '../../../shared/applicant/subject';
import { startApi, type RunningApi } from '../running-api';
import { anna, keepAttributes, nobody, sessionIdOf } from './keep-attributes';

const born = '1974-08-12';

let api: RunningApi;
const ids: Record<string, string> = {};
beforeAll(async () => {
  api = await startApi();
  ids['first'] = await kept(anna);
  ids['second'] = await kept({ ...anna, document: { number: 'NEW4711', issuingState: 'NLD' } });
  ids['unstated'] = await kept({
    ...nobody,
    document: { number: 'L898902C3', issuingState: null },
  });
  ids['elsewhere'] = await kept(anna, api.sandboxKey);
});
afterAll(() => api.stop());

/** A session of which the check of duplicates kept what it keeps. */
async function kept(subject: Subject, key = api.liveKey): Promise<string> {
  const id = await api.create({}, key);
  await keepAttributes(api, sessionIdOf(id), subject);
  return id;
}

const page = z.object({
  data: z.array(z.object({ id: z.string() })),
  pagination: z.object({ next: z.string().nullable() }),
});
const search = (json: unknown) => api.ask('POST', '/api/v1/sessions/search', { json });
async function found(json: unknown): Promise<string[]> {
  const { status, body } = await search(json);
  expect({ status, errors: body['errors'] }).toEqual({ status: 200, errors: undefined });
  const { data } = page.parse(body);
  return data.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id) ?? id);
}

it.each<[string, unknown, string[]]>([
  ['a name and a day', { name: 'Anna Eriksson', date_of_birth: born }, ['second', 'first']],
  ['all given names', { name: 'anna maria eriksson', date_of_birth: born }, ['second', 'first']],
  ['surname first', { name: 'Eriksson, Anna Maria', date_of_birth: born }, ['second', 'first']],
  ['another day', { name: 'Anna Eriksson', date_of_birth: '1974-08-13' }, []],
  ['another name', { name: 'Anna Erikson', date_of_birth: born }, []],
  ['a number', { document_number: 'l898902c3' }, ['unstated', 'first']],
  ['a number as printed', { document_number: 'L-898 902 C3' }, ['unstated', 'first']],
  ['a number of its state', { document_number: 'NEW4711', issuing_state: 'nl' }, ['second']],
  ['a number of another state', { document_number: 'NEW4711', issuing_state: 'DEU' }, []],
  ['a mailbox', { email: 'Anna+shop@Mail.example' }, ['second', 'first']],
  ['a phone', { phone: '+31 6 1234 5678' }, ['second', 'first']],
  [
    'both, which only one has',
    { email: 'anna@mail.example', document_number: 'NEW4711' },
    ['second'],
  ],
])('finds by %s, newest first and of its environment only', async (_by, json, expected) => {
  expect(await found(json)).toEqual(expected);
});

it('goes on behind a page, and shows nothing twice', async () => {
  const first = page.parse((await search({ phone: '+31612345678', limit: 1 })).body);
  const after = first.pagination.next;
  const second = page.parse((await search({ phone: '+31612345678', limit: 1, after })).body);
  expect([...first.data, ...second.data].map(({ id }) => id)).toEqual([
    ids['second'],
    ids['first'],
  ]);
  expect(second.pagination.next).toBeNull();
});

it.each<[string, unknown, string, string]>([
  ['nothing', {}, 'name', 'missing'],
  ['a name alone', { name: 'Anna' }, 'date_of_birth', 'missing'],
  ['a day alone', { date_of_birth: born }, 'name', 'missing'],
  [
    'a day that is none',
    { name: 'Anna', date_of_birth: '1974-02-30' },
    'date_of_birth',
    'invalid_date',
  ],
  ['a number of fillers', { document_number: '<<<' }, 'document_number', 'invalid_number'],
  ['a state alone', { issuing_state: 'NL' }, 'document_number', 'missing'],
  ['no state', { document_number: '1', issuing_state: 'QQ' }, 'issuing_state', 'unknown_country'],
  ['a phone without its country', { phone: '0612345678' }, 'phone', 'invalid_phone'],
  ['no mailbox', { email: 'anna' }, 'email', 'invalid_email'],
  ['a cursor of nothing', { email: 'anna@mail.example', after: 'x' }, 'after', 'invalid_cursor'],
])('422 for %s', async (_what, json, field, code) => {
  const { status, body } = await search(json);
  expect({ status, errors: body['errors'] }).toMatchObject({
    status: 422,
    errors: [{ field, code }],
  });
});

async function storedAnswers(): Promise<number> {
  return (await api.db.selectFrom('idempotency').select('key_hash').execute()).length;
}

it('says in the audit log that and by what was searched, and the words are nowhere', async () => {
  const before = await storedAnswers();
  const name = 'Quetzalcoatlus Zwetschgenbaum';
  await api.ask('POST', '/api/v1/sessions/search', {
    json: { name, date_of_birth: born },
    headers: { 'Idempotency-Key': 'search-1' },
  });
  const records = await api.db
    .selectFrom('audit')
    .select(['action', 'resource_id', 'detail'])
    .where('action', '=', 'session.searched')
    .orderBy('id', 'desc')
    .execute();
  expect(records[0]).toEqual({
    action: 'session.searched',
    resource_id: null,
    detail: { fields: ['name', 'date_of_birth'], found: 0 },
  });
  expect(api.log()).not.toContain('Zwetschgenbaum');
  // Not even a hash of the body, which a dictionary could tell.
  expect(await storedAnswers()).toBe(before);
});

it('finds nobody whose personal data are hidden', async () => {
  await api.db
    .updateTable('sessions')
    .set({ retention_status: 'sensitive_redacted' })
    .where('id', '=', sessionIdOf(ids['second'] ?? ''))
    .execute();
  expect(await found({ name: 'Anna Eriksson', date_of_birth: born })).toEqual(['first']);
});
