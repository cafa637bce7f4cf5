import sharp from 'sharp';
import { z } from 'zod';
import { livenessChallenges } from '../../../shared/domain/checks/liveness-challenge';
import { isId } from '../../../shared/domain/ids';
import type { RunningApi } from '../running-api';
import { setLivenessStage, type LivenessStage } from '../capture/liveness-stage';
import { file, text } from '../../processes/api-caller';
import { plainPdf } from '../../pure/images/hostile-pdfs';
import { noisePicture } from './pictures';

/** What a reviewer looks at beside the documents that count, and in which forms a page may show it. */
let stage: LivenessStage;
let api: RunningApi;
beforeAll(async () => {
  stage = await setLivenessStage();
  ({ api } = stage);
});
afterAll(() => api.stop());

const listing = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      doc_type: z.string(),
      mime_type: z.string(),
      url: z.url(),
      superseded_at: z.string().nullable(),
      frame: z
        .object({
          challenge: z.number(),
          asked: z.enum(livenessChallenges).nullable(),
          position: z.number(),
          at_ms: z.number().nullable(),
        })
        .nullable(),
    }),
  ),
});
type Listed = z.infer<typeof listing>['data'][number];

async function list(id: string, query = ''): Promise<readonly Listed[]> {
  const answer = await api.ask('GET', `/api/v1/sessions/${id}/documents${query}`);
  expect(answer.status).toBe(200);
  return listing.parse(answer.body).data;
}

async function upload(id: string, type: string, bytes: Buffer): Promise<string> {
  const form = file(bytes, 'a.jpg', { document_type: type });
  const answer = await api.ask('POST', `/api/v1/sessions/${id}/documents`, { form });
  expect(answer.status).toBe(201);
  return text(answer.body, 'id');
}

function formOf(url: string, query: string): Promise<Response> {
  return fetch(`${url}&${query}`);
}

it('all=true: what was replaced too, each by a URL that opens this one; by itself only what counts', async () => {
  const id = await api.create();
  const [older, newer] = await Promise.all([noisePicture(11), noisePicture(12)]);
  const first = await upload(id, 'id_front', older);
  const second = await upload(id, 'id_front', newer);
  expect((await list(id)).map((one) => one.id)).toEqual([second]);
  expect((await list(id, '?all=false')).map((one) => one.id)).toEqual([second]);
  const all = await list(id, '?all=true');
  expect(all.map((one) => [one.id, one.superseded_at === null, one.frame])).toEqual([
    [first, false, null],
    [second, true, null],
  ]);
  const shown = await Promise.all(
    all.map(async ({ url }) => Buffer.from(await (await fetch(url)).arrayBuffer())),
  );
  expect(shown.map((bytes) => bytes.equals(older))).toEqual([true, false]);
  expect(shown[1]?.equals(newer)).toBe(true);
});

it('all=true: every liveness frame with what was asked of it and its place, and its picture', async () => {
  await stage.askForLiveness(true);
  const link = await stage.begun();
  const { nonce, challenges } = await stage.challenged(link);
  expect((await stage.send(link, nonce)).status).toBe(201);
  expect(await list(link.id)).toEqual([]);
  const frames = await list(link.id, '?all=true');
  const asked = [null, ...challenges.flatMap((one) => [one, one])];
  expect(
    frames
      .map(({ frame }) => frame)
      .sort((a, b) => Number(a?.challenge) - Number(b?.challenge))
      .map((frame) => frame?.asked),
  ).toEqual(asked);
  expect(frames.filter(({ frame }) => frame?.position === 1)).toHaveLength(3);
  const neutral = frames.find(({ frame }) => frame?.challenge === 0);
  const shown = await fetch(neutral?.url ?? '');
  expect(Buffer.from(await shown.arrayBuffer()).equals(stage.frames[0] ?? Buffer.alloc(0))).toBe(
    true,
  );
});

it('an image in place or as a thumbnail: by the same URL, kept by no cache, each sight in the log', async () => {
  const id = await api.create();
  const document = await upload(id, 'id_front', await noisePicture(13, 800, 600));
  const [{ url } = { url: '' }] = await list(id);
  const inline = await formOf(url, 'disposition=inline');
  expect(Object.fromEntries(inline.headers)).toMatchObject({
    'content-disposition': 'inline; filename="id_front"',
    'content-type': 'image/jpeg',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  await inline.arrayBuffer();
  const thumbnail = await formOf(url, 'disposition=inline&width=160');
  expect(thumbnail.headers.get('cache-control')).toBe('private, no-store');
  const { width, height, format } = await sharp(
    Buffer.from(await thumbnail.arrayBuffer()),
  ).metadata();
  expect({ width, height, format }).toEqual({ width: 160, height: 120, format: 'jpeg' });
  if (!isId('session', id)) throw new Error('no session');
  const seen = await api.db
    .selectFrom('audit')
    .select('detail')
    .where('resource_id', '=', id)
    .where('action', '=', 'session.document_seen')
    .execute();
  expect(seen.map(({ detail }) => detail)).toEqual(
    [1, 2].map(() => ({ document_id: document, doc_type: 'id_front', by: 'signed_url' })),
  );
});

it.each(['width=15', 'width=1025', 'width=wide', 'width=100.5', 'disposition=open'])(
  'a form that there is not (%s): 422, and nothing is shown',
  async (query) => {
    const id = await api.create();
    await upload(id, 'id_front', await noisePicture(14));
    const [{ url } = { url: '' }] = await list(id);
    const refused = await formOf(url, query);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      error: 'validation_failed',
      errors: [{ field: query.split('=')[0] }],
    });
  },
);

it('a PDF is saved, never shown in place nor drawn', async () => {
  const id = await api.create();
  await upload(id, 'id_front', plainPdf);
  const [{ url } = { url: '' }] = await list(id);
  expect((await formOf(url, 'disposition=inline')).status).toBe(422);
  expect((await formOf(url, 'width=160')).status).toBe(422);
  expect((await fetch(url)).headers.get('content-disposition')).toMatch(/^attachment/);
});

it('a wrong signature is refused before the form is looked at, in the words of every wrong one', async () => {
  const id = await api.create();
  await upload(id, 'id_front', await noisePicture(15));
  const [{ url } = { url: '' }] = await list(id);
  const refused = await formOf(url.replace(/sig=[0-9a-f]{4}/, 'sig=0000'), 'width=1');
  expect(await refused.json()).toMatchObject({ error: 'signature_invalid', status_code: 403 });
});

it('redacted: 410 in every form, and 410 for the whole list', async () => {
  const id = await api.create();
  await upload(id, 'id_front', await noisePicture(16));
  const [{ url } = { url: '' }] = await list(id);
  await api.ask('DELETE', `/api/v1/sessions/${id}/data`);
  expect((await formOf(url, 'disposition=inline')).status).toBe(410);
  expect((await formOf(url, 'width=64')).status).toBe(410);
  expect((await api.ask('GET', `/api/v1/sessions/${id}/documents?all=true`)).status).toBe(410);
});

it("another environment's: 404 for the whole list", async () => {
  const id = await api.create();
  const path = `/api/v1/sessions/${id}/documents?all=true`;
  expect((await api.ask('GET', path, { key: api.sandboxKey })).status).toBe(404);
});
