import { z } from 'zod';
import { isId } from '../../../shared/domain/ids';
import { text, type Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

function ask(method: string, path: string, json?: unknown): Promise<Answer> {
  return api.ask(method, `/api/v1/sessions/${path}`, json === undefined ? {} : { json });
}

describe('PATCH', () => {
  it('merges metadata one level deep; null removes a key', async () => {
    const id = await api.create({ metadata: { keep: 1, drop: 2, deep: { a: 1 } } });
    const answer = await ask('PATCH', id, { metadata: { drop: null, deep: { b: 2 }, more: 3 } });
    expect(answer.status).toBe(200);
    expect(answer.body['metadata']).toEqual({ keep: 1, deep: { b: 2 }, more: 3 });
    expect((await ask('GET', id)).body['metadata']).toEqual({ keep: 1, deep: { b: 2 }, more: 3 });
  });

  it('sets external_ref, and removes it by null', async () => {
    const id = await api.create();
    expect((await ask('PATCH', id, { external_ref: 'r' })).body['external_ref']).toBe('r');
    expect((await ask('PATCH', id, { external_ref: null })).body['external_ref']).toBeNull();
  });

  it('422 when the merged metadata is too large, and nothing changes', async () => {
    const id = await api.create({ metadata: { first: 'x'.repeat(10_000) } });
    const answer = await ask('PATCH', id, { metadata: { second: 'x'.repeat(10_000) } });
    expect(answer.body).toMatchObject({ status_code: 422, errors: [{ field: 'metadata' }] });
    expect((await ask('GET', id)).body['metadata']).not.toHaveProperty('second');
  });
});

describe('tags', () => {
  it('are added, removed and replaced; the same twice counts once', async () => {
    const id = await api.create({ tags: ['a'] });
    await ask('POST', `${id}/tags/add`, { tag: 'b' });
    expect((await ask('POST', `${id}/tags/add`, { tag: 'b' })).body).toEqual({
      id,
      tags: ['a', 'b'],
    });
    expect((await ask('POST', `${id}/tags/remove`, { tag: 'a' })).body['tags']).toEqual(['b']);
    expect((await ask('PUT', `${id}/tags`, { tags: ['x', 'y', 'x'] })).body['tags']).toEqual([
      'x',
      'y',
    ]);
  });

  it('added at once all count', async () => {
    const id = await api.create();
    await Promise.all(['a', 'b', 'c', 'd'].map((tag) => ask('POST', `${id}/tags/add`, { tag })));
    const { tags } = z.object({ tags: z.array(z.string()) }).parse((await ask('GET', id)).body);
    expect(tags.sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('422 for the 51st', async () => {
    const tags = Array.from({ length: 50 }, (_, index) => `t${String(index)}`);
    const id = await api.create({ tags });
    const answer = await ask('POST', `${id}/tags/add`, { tag: 'one more' });
    expect(answer.body).toMatchObject({ status_code: 422, errors: [{ field: 'tag' }] });
  });
});

describe('one-time links', () => {
  const links = z.object({ data: z.array(z.object({ id: z.string(), status: z.string() })) });

  it('201: a new link, the older one revoked at once, the deadline moved with it', async () => {
    const created = await api.ask('POST', '/api/v1/sessions', { json: {} });
    const id = text(created.body, 'id');
    const answer = await ask('POST', `${id}/generate-one-time-link`, { expires_in_minutes: 60 });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ session_id: id, status: 'created' });
    expect(text(answer.body, 'id')).toMatch(/^lnk_/);
    expect(text(answer.body, 'qr_code_data_url')).toMatch(/^data:image\/png/);
    expect(answer.body['capture_url']).not.toBe(created.body['capture_url']);
    const session = await ask('GET', id);
    expect(session.body['capture_url']).toBe(answer.body['capture_url']);
    expect(session.body['token_expires_at']).toBe(answer.body['expires_at']);
    if (!isId('session', id)) throw new Error('no session');
    const row = await api.db
      .selectFrom('sessions')
      .select('deadline_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.deadline_at?.toISOString()).toBe(answer.body['expires_at']);
    const listed = links.parse((await ask('GET', `${id}/links`)).body).data;
    expect(listed.map((link) => link.status)).toEqual(['created', 'revoked']);
    expect(JSON.stringify(listed)).not.toContain('verify');
  });

  it('two at once leave one live link, and events without a gap', async () => {
    const id = await api.create();
    await Promise.all([1, 2, 3].map(() => ask('POST', `${id}/generate-one-time-link`, {})));
    const listed = links.parse((await ask('GET', `${id}/links`)).body).data;
    expect(listed.map((link) => link.status).sort()).toEqual([
      'created',
      'revoked',
      'revoked',
      'revoked',
    ]);
    if (!isId('session', id)) throw new Error('no session');
    const events = await api.db
      .selectFrom('events')
      .select(['type', 'sequence'])
      .where('session_id', '=', id)
      .orderBy('sequence')
      .execute();
    expect(events.map((event) => event.sequence)).toEqual([1, 2, 3, 4]);
    expect(events.at(-1)?.type).toBe('session.link_generated');
  });

  it('422 outside of 5 to 10,080 minutes', async () => {
    const id = await api.create();
    const answer = await ask('POST', `${id}/generate-one-time-link`, { expires_in_minutes: 4 });
    expect(answer.body).toMatchObject({
      status_code: 422,
      errors: [{ field: 'expires_in_minutes' }],
    });
  });
});
