import { createErasureJournal } from '../../../shared/erasure/journal/erasure-journal';
import { text } from '../../processes/api-caller';
import { memoryObjectStore } from '../../workflow/memory-object-store';
import { completedSession } from '../capturing-session';
import { addItems, makeList } from '../lists/list-caller';
import { startApi, type RunningApi } from '../running-api';

/** An erasure is called done once the journal outside of Postgres has it, on whichever road it was asked for. */
const store = memoryObjectStore();
let api: RunningApi;
let lists = 0;
beforeAll(async () => {
  api = await startApi({ worker: true, deps: { journal: createErasureJournal(store) } });
});
beforeEach(() => {
  store.away = false;
});
afterAll(() => api.stop());

const ask = (method: string, path: string, json?: unknown) =>
  api.ask(method, `/api/v1/${path}`, json === undefined ? {} : { json });

async function journalled(subject: string): Promise<readonly string[]> {
  const rows = await api.db
    .selectFrom('erasure_journal')
    .select(['id', 'kind', 'written_at'])
    .where('subject_id', '=', subject)
    .execute();
  return rows.flatMap(({ id, kind, written_at: at }) =>
    at !== null && store.keys.has(`erasure-journal/${id}`) ? [kind] : [],
  );
}

async function listWithItem(): Promise<readonly [string, string]> {
  lists += 1;
  const list = await makeList(api, `List ${String(lists)}`, 'flag');
  await addItems(api, list, [{ kind: 'email', value: 'person@example.test' }]);
  const { id } = await api.db
    .selectFrom('list_items')
    .select('id')
    .where((where) => where(where.cast<string>('list_id', 'text'), '=', list))
    .executeTakeFirstOrThrow();
  return [list, id];
}

/** What is erased, the call that does it, and what becomes of it. */
interface Road {
  readonly kind: string;
  readonly begin: () => Promise<{ readonly subject: string; readonly path: string }>;
}
const roads: Readonly<Record<string, Road>> = {
  'a session': {
    kind: 'session_erased',
    begin: async () => {
      const subject = await api.create({ external_ref: 'planted' });
      return { subject, path: `sessions/${subject}/data` };
    },
  },
  'the lifting of a hold': {
    kind: 'session_erased',
    begin: async () => {
      const subject = await api.create();
      await ask('PUT', `sessions/${subject}/legal-hold`, { reason_code: 'lawsuit' });
      await ask('DELETE', `sessions/${subject}/data`);
      return { subject, path: `sessions/${subject}/legal-hold` };
    },
  },
  'an identity': {
    kind: 'identity_erased',
    begin: async () => {
      await completedSession(api, { external_ref: 'journalled' });
      const subject = text((await ask('GET', 'identities/journalled')).body, 'id');
      return { subject, path: `identities/${subject}/data` };
    },
  },
  'an item of a list': {
    kind: 'list_item_deleted',
    begin: async () => {
      const [list, subject] = await listWithItem();
      return { subject, path: `lists/${list}/items/${subject}` };
    },
  },
  'a list': {
    kind: 'list_deleted',
    begin: async () => {
      const [subject] = await listWithItem();
      return { subject, path: `lists/${subject}` };
    },
  },
};

test.each(Object.entries(roads))(
  '%s: 503 while the journal is away, and the same call finishes it',
  async (_name, { kind, begin }) => {
    const { subject, path } = await begin();
    const headers = { 'Idempotency-Key': `erase-${subject}` };
    store.away = true;
    const refused = await api.ask('DELETE', `/api/v1/${path}`, { headers });
    expect(refused.body).toMatchObject({ status_code: 503, error: 'temporarily_unavailable' });
    expect(await journalled(subject)).toEqual([]);
    store.away = false;
    const done = await api.ask('DELETE', `/api/v1/${path}`, { headers });
    expect([200, 204]).toContain(done.status);
    expect(await journalled(subject)).toEqual([kind]);
  },
);

test.each(Object.entries(roads))(
  '%s: in the journal when its answer comes',
  async (_name, road) => {
    const { subject, path } = await road.begin();
    expect([200, 204]).toContain((await ask('DELETE', path)).status);
    expect(await journalled(subject)).toEqual([road.kind]);
  },
);

test('one of many that is not journalled is `failed`, the others are deleted', async () => {
  const ids = [await api.create(), await api.create()];
  store.away = true;
  const answer = await ask('POST', 'sessions/bulk-redact', { session_ids: ids });
  expect(answer.body['data']).toMatchObject([
    { status: 'failed', error: 'temporarily_unavailable' },
    { status: 'failed', error: 'temporarily_unavailable' },
  ]);
});
