import { z } from 'zod';
import { text } from '../../processes/api-caller';
import { completedSession } from '../capturing-session';
import { startApi, type RunningApi } from '../running-api';
import { readFields } from '../session-worker';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ worker: true });
});
afterAll(() => api.stop());

const identity = (path: string): string =>
  `/api/v1/identities${path.startsWith('?') ? '' : '/'}${path}`;
const ids = z.object({ data: z.array(z.object({ id: z.string() })) });

async function eventsOf(identityId: string): Promise<[string, number][]> {
  const rows = await api.db
    .selectFrom('events')
    .select(['type', 'sequence', 'data'])
    .orderBy('position')
    .execute();
  return rows
    .filter(({ data }) => data['identity_id'] === identityId)
    .map(({ type, sequence }) => [type, sequence]);
}

/** A sandbox session of the reference, decided at once. */
async function simulated(externalRef: string, action: 'approve' | 'decline'): Promise<string> {
  const id = await api.create({ external_ref: externalRef }, api.sandboxKey);
  const done = await api.ask('POST', `/api/v1/sessions/${id}/simulate`, {
    key: api.sandboxKey,
    json: { action },
  });
  expect(done.status).toBe(200);
  return id;
}

describe('an identity of completed sessions', () => {
  it('is created by the first, updated by the next, and follows the newest', async () => {
    const key = api.sandboxKey;
    const first = await simulated('person-1', 'approve');
    const { body } = await api.ask('GET', identity('person-1'), { key });
    expect(body).toMatchObject({
      external_ref: 'person-1',
      status: 'approved',
      newest_session_id: first,
    });
    const second = await simulated('person-1', 'decline');
    const id = text(body, 'id');
    const after = await api.ask('GET', identity(id), { key });
    expect(after.body).toMatchObject({ status: 'rejected', newest_session_id: second });
    const sessions = await api.ask('GET', identity('person-1/sessions'), { key });
    expect(ids.parse(sessions.body).data.map((session) => session.id)).toEqual([second, first]);
    const session = await api.ask('GET', `/api/v1/sessions/${first}`, { key });
    expect(session.body['identity_id']).toBe(id);
    expect(await eventsOf(id)).toEqual([
      ['identity.created', 1],
      ['identity.updated', 2],
    ]);
  });

  it('is one, also when two sessions of a new reference complete at the same moment', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => simulated('person-2', 'approve')));
    const listed = await api.ask('GET', identity('?q=person-2'), { key: api.sandboxKey });
    expect(listed.body['pagination']).toMatchObject({ total: 1 });
    const sessions = await api.ask('GET', identity('person-2/sessions'), { key: api.sandboxKey });
    expect(ids.parse(sessions.body).data).toHaveLength(made.length);
  });

  it('belongs to its environment', async () => {
    expect((await api.ask('GET', identity('person-1'))).status).toBe(404);
  });

  it('is not made by a session without a reference, until it gets one', async () => {
    const id = await api.create({}, api.sandboxKey);
    await api.ask('POST', `/api/v1/sessions/${id}/simulate`, {
      key: api.sandboxKey,
      json: { action: 'approve' },
    });
    const before = await api.ask('GET', `/api/v1/sessions/${id}`, { key: api.sandboxKey });
    expect(before.body['identity_id']).toBeNull();
    const given = await api.ask('PATCH', `/api/v1/sessions/${id}`, {
      key: api.sandboxKey,
      json: { external_ref: 'late' },
    });
    const found = await api.ask('GET', identity('late'), { key: api.sandboxKey });
    expect(given.body['identity_id']).toBe(found.body['id']);
  });
});

describe('over the API', () => {
  it('is created before its first session, which finds it', async () => {
    const created = await api.ask('POST', '/api/v1/identities', {
      json: { external_ref: 'known-1', tags: ['vip'], metadata: { plan: 'gold' } },
    });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ status: 'unverified', tags: ['vip'] });
    const session = await completedSession(api, { external_ref: 'known-1' });
    const after = await api.ask('GET', identity(text(created.body, 'id')));
    expect(after.body).toMatchObject({ status: 'approved', newest_session_id: session });
  });

  it('changes reference, metadata and tags; archive hides it from the list only', async () => {
    const created = await api.ask('POST', '/api/v1/identities', {
      json: { external_ref: 'a/b c' },
    });
    const id = text(created.body, 'id');
    const byRef = await api.ask('GET', identity(encodeURIComponent('a/b c')));
    expect(byRef.body['id']).toBe(id);
    await api.ask('PATCH', identity(id), { json: { external_ref: 'new', metadata: { a: 1 } } });
    await api.ask('PATCH', identity(id), { json: { metadata: { a: null, b: 2 } } });
    await api.ask('PUT', identity(`${id}/tags`), { json: { tags: ['one', 'two'] } });
    await api.ask('POST', identity(`${id}/tags/add`), { json: { tag: 'three' } });
    await api.ask('POST', identity(`${id}/tags/remove`), { json: { tag: 'one' } });
    const { body } = await api.ask('GET', identity('new'));
    expect(body).toMatchObject({ id, metadata: { b: 2 }, tags: ['two', 'three'] });

    await api.ask('POST', identity(`${id}/archive`));
    await api.ask('POST', identity(`${id}/archive`));
    expect(ids.parse((await api.ask('GET', identity('?tag=two'))).body).data).toEqual([]);
    const archived = await api.ask('GET', identity('?archived=true'));
    expect(ids.parse(archived.body).data).toMatchObject([{ id }]);
    const restored = await api.ask('POST', identity(`${id}/restore`));
    expect(restored.body['archived_at']).toBeNull();
    const types = (await eventsOf(id)).map(([type]) => type);
    expect(types.filter((type) => type === 'identity.archived')).toHaveLength(1);
    expect(types.at(-1)).toBe('identity.restored');
  });

  it('409 for a reference that is taken, naming who has it', async () => {
    const first = await api.ask('POST', '/api/v1/identities', { json: { external_ref: 'taken' } });
    const other = await api.ask('POST', '/api/v1/identities', { json: { external_ref: 'other' } });
    const again = await api.ask('POST', '/api/v1/identities', { json: { external_ref: 'taken' } });
    const moved = await api.ask('PATCH', identity(text(other.body, 'id')), {
      json: { external_ref: 'taken' },
    });
    for (const refused of [again, moved]) {
      expect(refused.body).toMatchObject({
        status_code: 409,
        error: 'identity_exists',
        identity_id: first.body['id'],
      });
    }
  });

  it('exports the whole person: what was read, and each session', async () => {
    const session = await completedSession(api, { external_ref: 'exported' });
    const { body } = await api.ask('GET', identity('exported/export'));
    expect(body).toMatchObject({
      identity: { external_ref: 'exported', status: 'approved' },
      profile: readFields,
      sessions: [{ session: { id: session }, result: { extracted_data: readFields } }],
    });
  });
});
