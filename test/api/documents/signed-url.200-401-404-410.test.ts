import { setSettings } from '../../stack/set-settings';
import { z } from 'zod';
import { file, text } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';
import { noisePicture } from './pictures';

let api: RunningApi;
let picture: Buffer;
let now: number;
beforeAll(async () => {
  picture = await noisePicture(1);
  api = await startApi({ worker: true, deps: { clock: () => new Date(now) } });
});
beforeEach(() => {
  now = Date.now();
});
afterAll(() => api.stop());

const listing = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      doc_type: z.string(),
      mime_type: z.string(),
      url: z.url(),
      expires_in: z.number(),
    }),
  ),
});
type Listed = z.infer<typeof listing>['data'][number];

async function upload(id: string, type = 'id_front', bytes = picture): Promise<string> {
  const form = file(bytes, 'a.jpg', { document_type: type });
  return text((await api.ask('POST', `/api/v1/sessions/${id}/documents`, { form })).body, 'id');
}

async function list(id: string): Promise<readonly Listed[]> {
  const answer = await api.ask('GET', `/api/v1/sessions/${id}/documents`);
  return listing.parse(answer.body).data;
}

async function listed(id: string, type = 'id_front'): Promise<Listed> {
  const found = (await list(id)).find((document) => document.doc_type === type);
  if (found === undefined) throw new Error(`no ${type}`);
  return found;
}

/** Status, body without its request id: two refusals have to be the same to their reader. */
async function refusal(url: string | URL): Promise<unknown> {
  const response = await fetch(url);
  const body = z.record(z.string(), z.unknown()).parse(await response.json());
  return { ...body, request_id: null };
}
const forbidden = {
  error: 'signature_invalid',
  detail: 'The link is not valid.',
  status_code: 403,
  request_id: null,
};

it('shows the document as it was sent, without a key, to be saved and kept by nobody', async () => {
  const id = await api.create();
  const documentId = await upload(id);
  const document = await listed(id);
  expect(document).toMatchObject({ id: documentId, mime_type: 'image/jpeg', expires_in: 300 });
  const shown = await fetch(document.url);
  expect(shown.status).toBe(200);
  expect(Buffer.from(await shown.arrayBuffer()).equals(picture)).toBe(true);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-length': String(picture.length),
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-disposition': 'attachment; filename="id_front"',
  });
});

it('tampered in any part: the same 403 that says nothing', async () => {
  const [id, other] = await Promise.all([api.create(), api.create()]);
  await Promise.all([upload(id), upload(other)]);
  const second = await upload(id, 'id_back', await noisePicture(2));
  const { url } = await listed(id);
  const changes: readonly ((url: URL) => void)[] = [
    (at) => (at.pathname = at.pathname.replace(id, other)),
    (at) => (at.pathname = at.pathname.replace(id, 'ses_unknown')),
    (at) => (at.pathname = at.pathname.replace('id_front', 'id_back')),
    (at) => (at.pathname = at.pathname.replace('id_front', 'selfie')),
    (at) => (at.pathname = at.pathname.replace('id_front', 'diary')),
    (at) => at.searchParams.set('document', second),
    (at) => at.searchParams.set('document', 'doc_unknown'),
    (at) => at.searchParams.set('expires', String(Number(at.searchParams.get('expires')) + 1)),
    (at) => at.searchParams.set('expires', 'soon'),
    (at) => at.searchParams.delete('expires'),
    (at) => at.searchParams.append('expires', '1'),
    (at) => at.searchParams.set('sig', flipped(at.searchParams.get('sig'))),
    (at) => at.searchParams.set('sig', ''),
    (at) => at.searchParams.delete('sig'),
  ];
  for (const change of changes) {
    const tampered = new URL(url);
    change(tampered);
    expect(tampered.href).not.toBe(url);
    expect(await refusal(tampered)).toEqual(forbidden);
  }
  expect((await fetch(url)).status).toBe(200);
});

it('ends at its second, and not before', async () => {
  const id = await api.create();
  await upload(id);
  const { url } = await listed(id);
  const endsAt = Number(new URL(url).searchParams.get('expires')) * 1000;
  now = endsAt - 1;
  expect((await fetch(url)).status).toBe(200);
  now = endsAt;
  expect(await refusal(url)).toEqual(forbidden);
});

it("lives as long as the organisation's setting says", async () => {
  const id = await api.create();
  await upload(id);
  await setSettings(api.db, { image_url_expiry_seconds: 60 });
  const document = await listed(id);
  await setSettings(api.db, {});
  expect(document.expires_in).toBe(60);
  now += 61_000;
  expect(await refusal(document.url)).toEqual(forbidden);
});

it('a document that was replaced opens by its id with its own signature, not as the newest', async () => {
  const id = await api.create();
  const first = await upload(id);
  const { url } = await listed(id);
  await upload(id, 'id_front', await noisePicture(3));
  expect(await refusal(url)).toEqual(forbidden);
  const named = new URL(url);
  named.searchParams.set('document', first);
  const shown = await fetch(named);
  expect(Buffer.from(await shown.arrayBuffer()).equals(picture)).toBe(true);
});

it('an export shows every document for a day, replaced ones too', async () => {
  const id = await api.create();
  await upload(id);
  const newer = await noisePicture(4);
  await upload(id, 'id_front', newer);
  const exported = await api.ask('GET', `/api/v1/sessions/${id}/export`);
  const documents = listing.parse({ data: exported.body['documents'] }).data;
  now += 23 * 3_600_000;
  const shown = await Promise.all(
    documents.map(async ({ url }) => Buffer.from(await (await fetch(url)).arrayBuffer())),
  );
  expect(shown.map((bytes) => bytes.equals(picture))).toEqual([true, false]);
  expect(shown[1]?.equals(newer)).toBe(true);
});

it('redacted: 410 by its valid URL, still 403 by a wrong one, and nothing to list', async () => {
  const id = await api.create();
  await upload(id);
  const { url } = await listed(id);
  expect((await api.ask('DELETE', `/api/v1/sessions/${id}/data`)).status).toBe(200);
  expect(await refusal(url)).toMatchObject({ status_code: 410, error: 'document_gone' });
  const tampered = new URL(url);
  tampered.searchParams.set('sig', '0'.repeat(64));
  expect(await refusal(tampered)).toEqual(forbidden);
  expect((await api.ask('GET', `/api/v1/sessions/${id}/documents`)).status).toBe(410);
});

it('a ciphertext that was changed in the store is never shown', async () => {
  const id = await api.create();
  const documentId = await upload(id);
  const { url } = await listed(id);
  const other = await api.create();
  const strange = await upload(other);
  await api.objects.put(`${id}/${documentId}`, await api.objects.get(`${other}/${strange}`));
  await expect(fetch(url).then((response) => response.arrayBuffer())).rejects.toThrow();
});

it('the list needs its scope and its own session', async () => {
  const id = await api.create();
  const path = `/api/v1/sessions/${id}/documents`;
  expect((await api.ask('GET', path, { key: api.sandboxKey })).status).toBe(404);
  expect((await fetch(`${api.url}${path}`)).status).toBe(401);
});

function flipped(signature: string | null): string {
  const [first, ...rest] = signature ?? '';
  return [first === '0' ? '1' : '0', ...rest].join('');
}
