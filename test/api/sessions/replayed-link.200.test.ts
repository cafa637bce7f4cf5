import { text, type Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ worker: true });
});
afterAll(() => api.stop());

const v1 = '/api/v1/sessions';
const keyed = (path: string, key: string, json?: unknown): Promise<Answer> =>
  api.ask('POST', path, {
    headers: { 'Idempotency-Key': key },
    ...(json === undefined ? {} : { json }),
  });
const present = async (id: string) => (await api.ask('GET', `${v1}/${id}`)).body['capture_url'];
const opens = async (url: unknown): Promise<number> =>
  (await fetch(`${String(url)}/state`, { method: 'GET' })).status;
const noLink = { capture_url: null, qr_code_data_url: null };

it('a replayed creation gives its link while that lives, then the present one, then none', async () => {
  const create = () => keyed(v1, 'create', { metadata: { a: 1 } });
  const first = await create();
  expect((await create()).body).toEqual(first.body);
  const id = text(first.body, 'id');

  await api.ask('POST', `${v1}/${id}/resume`);
  const resumed = await create();
  expect(resumed.headers.get('idempotent-replayed')).toBe('true');
  expect(resumed.body['capture_url']).toBe(await present(id));
  expect(resumed.body['capture_url']).not.toBe(first.body['capture_url']);
  expect(resumed.body['qr_code_data_url']).not.toBe(first.body['qr_code_data_url']);
  expect(await opens(resumed.body['capture_url'])).toBe(200);
  expect(await opens(first.body['capture_url'])).toBe(410);

  await api.ask('POST', `${v1}/${id}/expire`);
  const expired = await create();
  expect(expired.status).toBe(201);
  expect(expired.body).toMatchObject({ id, ...noLink, expires_at: null, token_expires_at: null });
});

it('a replayed resume gives the present link, then none; resume of a pending session ends its link', async () => {
  const id = await api.create();
  const before = await present(id);
  const resume = () => keyed(`${v1}/${id}/resume`, 'resume');
  const first = await resume();
  expect(first.body).toMatchObject({ id, status: 'pending', capture_url: await present(id) });
  expect(await opens(before)).toBe(410);
  expect((await resume()).body).toEqual(first.body);

  await api.ask('POST', `${v1}/${id}/generate-one-time-link`, { json: {} });
  expect((await resume()).body['capture_url']).toBe(await present(id));
  await api.ask('POST', `${v1}/${id}/expire`);
  expect((await resume()).body).toMatchObject({ id, ...noLink, expires_at: null });
});

it('a replayed one-time link says what became of it', async () => {
  const id = await api.create();
  const make = () => keyed(`${v1}/${id}/generate-one-time-link`, 'link', {});
  const first = await make();
  expect((await make()).body).toEqual(first.body);
  await api.ask('POST', `${v1}/${id}/generate-one-time-link`, { json: {} });
  const again = await make();
  expect(again.status).toBe(201);
  expect(again.body).toEqual({ ...first.body, ...noLink, status: 'revoked' });
});
