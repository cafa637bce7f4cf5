import { z } from 'zod';
import { isId } from '../../../shared/domain/ids';
import { startApi, type RunningApi } from '../running-api';
import { noisePicture } from '../documents/pictures';
import { call, file, text } from '../../processes/api-caller';
import { consent, linkAt, newLink, type CaptureLink } from './capture-link';

let api: RunningApi;
let picture: Buffer;
beforeAll(async () => {
  picture = await noisePicture(1);
  api = await startApi({ worker: true });
});
afterAll(() => api.stop());

const say = (link: CaptureLink, accepted: boolean, version = '1') =>
  link.post('consent', { json: { accepted, version } });

async function row(id: string) {
  if (!isId('session', id)) throw new Error('no session');
  return api.db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

async function said(id: string) {
  return api.db
    .selectFrom('consents')
    .select(['accepted', 'version', 'given_by', 'ip', 'actor_kind'])
    .where('session_id', '=', (await row(id)).id)
    .orderBy('number')
    .execute();
}

test('a second yes rewrites nothing, and the same again is answered the same', async () => {
  const link = await newLink(api);
  const first = await say(link, true, '2026-01');
  const before = await row(link.id);
  expect((await say(link, true, '2026-01')).body).toEqual(first.body);
  expect(await said(link.id)).toHaveLength(1);
  const later = await say(link, true, '2026-02');
  expect(later.body['consent_at']).not.toBe(first.body['consent_at']);
  const { consent_at, consent_ip, consent_version } = before;
  expect(await row(link.id)).toMatchObject({ consent_at, consent_ip, consent_version });
  expect(await said(link.id)).toMatchObject([
    { accepted: true, version: '2026-01', given_by: 'person', ip: '127.0.0.1' },
    { accepted: true, version: '2026-02', given_by: 'person', ip: '127.0.0.1' },
  ]);
});

const pathsOf = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

test('after a no every step is refused, on both ways, until there is a new yes', async () => {
  const link = await newLink(api);
  await consent(link);
  const before = await row(link.id);
  expect((await say(link, false)).status).toBe(200);
  expect((await link.get('state')).body).toMatchObject({ consent_given: false });

  const { paths } = pathsOf.parse(await (await fetch(`${api.url}/openapi.json`)).json());
  const all = Object.entries(paths).flatMap(([path, methods]) => {
    const step = /^\/verify\/\{token\}\/(.+)$/.exec(path)?.[1];
    return step === undefined || !('post' in methods) ? [] : [step];
  });
  // A new yes, and the way back to the device on which to give it, are no steps of the capture.
  const steps = all.filter((step) => step !== 'consent' && step !== 'handoff/cancel');
  expect(steps.length).toBeGreaterThan(8);
  for (const step of steps) {
    const { body } = await link.post(step);
    expect([step, body['status_code'], body['error']]).toEqual([step, 409, 'consent_withdrawn']);
  }
  const form = file(picture, 'a.jpg', { document_type: 'id_front' });
  const path = `/api/v1/sessions/${link.id}`;
  for (const asked of [
    await api.ask('POST', `${path}/documents`, { form }),
    await api.ask('POST', `${path}/submit`),
  ]) {
    expect(asked.body).toMatchObject({ status_code: 409, error: 'consent_withdrawn' });
  }

  expect((await say(link, true)).status).toBe(200);
  expect((await link.upload('documents', picture, { side: 'front' })).status).toBe(201);
  expect(await row(link.id)).toMatchObject({ consent_at: before.consent_at });
  expect((await said(link.id)).map(({ accepted }) => accepted)).toEqual([true, false, true]);
  const exported = await api.ask('GET', `${path}/export`);
  expect(exported.body['consents']).toMatchObject([
    { accepted: true, version: '1', given_by: 'person', ip: '127.0.0.1' },
    { accepted: false },
    { accepted: true },
  ]);
  expect(JSON.stringify((await api.ask('GET', `${path}/events`)).body)).toContain(
    'consent_withdrawn',
  );

  await api.ask('DELETE', `${path}/data`);
  expect((await said(link.id)).map(({ ip }) => ip)).toEqual([null, null, null]);
});

test('an organisation may list the versions that it accepts', async () => {
  const settings = (versions: unknown) =>
    api.ask('PATCH', '/api/v1/organization', {
      json: { settings: { consent_versions: versions } },
    });
  expect((await settings(['2026-01', '2026-02'])).body).toMatchObject({
    settings: { consent_versions: ['2026-01', '2026-02'] },
  });
  const link = await newLink(api);
  expect((await say(link, true, '2025-12')).body).toMatchObject({
    status_code: 422,
    errors: [{ field: 'version', code: 'not_accepted' }],
  });
  expect(await row(link.id)).toMatchObject({ status: 'pending', consent_at: null });
  expect((await say(link, true, '2026-02')).status).toBe(200);
  // A no is a no in any wording.
  expect((await say(link, false, '2025-12')).status).toBe(200);
  await settings(null);
  expect((await say(link, true, '2025-12')).status).toBe(200);
});

test('the integrator’s statement belongs to the submit, and stands in for no person on a page', async () => {
  const key = api.sandboxKey;
  const link = await newLink(api, {}, key);
  const ask = (method: string, path: string, json?: unknown) =>
    call(method, `${api.url}/api/v1/${path}`, { key, ...(json === undefined ? {} : { json }) });
  const upload = (type: string) =>
    call('POST', `${api.url}/api/v1/sessions/${link.id}/documents`, {
      key,
      form: file(picture, 'a.jpg', { document_type: type }),
    });
  await upload('id_front');
  expect((await ask('POST', `sessions/${link.id}/submit`)).status).toBe(422);
  expect(await said(link.id)).toEqual([]);
  await upload('selfie');
  expect((await ask('POST', `sessions/${link.id}/submit`)).status).toBe(202);
  const submitted = await row(link.id);
  expect(submitted.consent_at).not.toBeNull();
  expect(await said(link.id)).toEqual([
    { accepted: true, version: null, given_by: 'integrator', ip: null, actor_kind: 'api_key' },
  ]);

  await ask('POST', `sessions/${link.id}/simulate`, { action: 'require-review' });
  const reviewed = await ask('GET', `sessions/${link.id}`);
  const pieces = { pieces: ['selfie'] };
  await ask('POST', `cases/${text(reviewed.body, 'case_id')}/resubmit`, pieces);
  const again = await ask('GET', `sessions/${link.id}`);
  const page = linkAt(link.id, text(again.body, 'capture_url'));
  expect((await page.get('state')).body).toMatchObject({ consent_given: false });
  expect((await page.upload('selfie', picture)).body).toMatchObject({ error: 'consent_required' });
  await consent(page);
  expect((await page.upload('selfie', picture)).status).toBe(201);
  expect(await row(link.id)).toMatchObject({
    consent_at: submitted.consent_at,
    consent_ip: '127.0.0.1',
  });
});
