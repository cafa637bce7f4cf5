import { recordReads } from '../../../shared/audit/reads';
import type { Database } from '../../../shared/database/schema';
import type { Selectable } from 'kysely';
import { text } from '../../processes/api-caller';
import { completedSession } from '../capturing-session';
import { startApi, type RunningApi } from '../running-api';

/** Reads of personal data: one record for a key, a resource and ten minutes, with a count. */
describe('the audit log of reads', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi({ worker: true });
  });
  afterAll(() => api.stop());

  const later = () => new Date(Date.now() + 30 * 60_000);

  async function records(action: string): Promise<readonly Selectable<Database['audit']>[]> {
    await recordReads(api.db, later());
    return api.db.selectFrom('audit').selectAll().where('action', '=', action).execute();
  }

  test('has one record with a count for what one key read of one session', async () => {
    const id = await api.create({});
    // In one window, whatever the clock says.
    for (let n = 0; n < 3; n += 1) await api.ask('GET', `/api/v1/sessions/${id}`);
    const found = (await records('session.read')).filter((row) => row.resource_id === id);
    const reads = found.map((row) => row.detail['reads']);
    expect(reads.reduce((sum: number, count) => sum + Number(count), 0)).toBe(3);
    expect(found.length).toBeLessThanOrEqual(2);
    expect(found[0]).toMatchObject({ actor_kind: 'api_key', environment: 'live' });
    expect(found[0]?.client_address).not.toBeNull();
    // A second sweep has nothing more to tell.
    expect((await records('session.read')).filter((row) => row.resource_id === id)).toEqual(found);
  });

  test('names the filters of a list, never what was looked for', async () => {
    await api.ask('GET', '/api/v1/sessions?externalRef=planted-ref&tag=planted-tag&limit=5');
    const found = await records('session.listed');
    expect(found.map((row) => row.detail['filters'])).toContainEqual(['external_ref', 'tag']);
    expect(JSON.stringify(found)).not.toContain('planted');
  });

  test('names an identity that was asked for by its reference by its id', async () => {
    const { body } = await api.ask('POST', '/api/v1/identities', {
      json: { external_ref: 'planted-person' },
    });
    await api.ask('GET', '/api/v1/identities/planted-person');
    const found = await records('identity.read');
    expect(found.map((row) => row.resource_id)).toContain(text(body, 'id'));
    expect(JSON.stringify(found)).not.toContain('planted');
  });

  test('has nothing of a read that was refused', async () => {
    const before = await records('session.read');
    await api.ask('GET', '/api/v1/sessions/ses_01kb0000000000000000000000');
    expect(await records('session.read')).toHaveLength(before.length);
  });

  test('forgets from where, when what was read is erased meanwhile', async () => {
    const id = await api.create({});
    await api.ask('GET', `/api/v1/sessions/${id}`);
    await api.ask('DELETE', `/api/v1/sessions/${id}/data`);
    const [found] = (await records('session.read')).filter((row) => row.resource_id === id);
    expect(found).toMatchObject({ client_address: null, user_agent: null });
  });

  test('has each picture that was seen, with the key that gave its address out', async () => {
    const id = await completedSession(api);
    const { body } = await api.ask('GET', `/api/v1/sessions/${id}/documents`);
    expect(JSON.stringify(body)).toContain('&by=key_');
    const urls = [...JSON.stringify(body).matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url ?? '');
    const stripped = (url: string) => url.replace(/&by=[^&]*/, '');
    const renamed = (url: string) => url.replace(/by=[^&]*/, 'by=key_01kb0000000000000000000000');
    for (const url of urls) {
      for (const forged of [stripped(url), renamed(url)]) {
        expect((await fetch(forged)).status).toBe(403);
      }
    }
    const seen = await api.db
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'session.document_seen')
      .where('resource_id', '=', id)
      .execute();
    expect(seen).toEqual([]);
    await fetch(urls[0] ?? '');
    await fetch(urls[0] ?? '', { method: 'HEAD' });
    await fetch(urls[0] ?? '');
    const after = await api.db
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'session.document_seen')
      .where('resource_id', '=', id)
      .execute();
    expect(after).toHaveLength(2);
    expect(after[0]).toMatchObject({ actor_kind: 'api_key', detail: { doc_type: 'id_front' } });
    expect(after[0]?.actor_id).toMatch(/^key_/);
  });
});
