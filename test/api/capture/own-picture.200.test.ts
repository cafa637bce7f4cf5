import sharp from 'sharp';
import { noRates } from '../public-routes/wrong-tokens';
import { startApi, type RunningApi } from '../running-api';
import { noisePicture } from '../documents/pictures';
import { text } from '../../processes/api-caller';
import { documentAndSelfieWorkflow } from '../../../shared/domain/graph/default-workflow';
import {
  atDocument,
  byPage,
  captureAll,
  consent,
  firstPage,
  linkAt,
  newLink,
  otherPage,
  type CaptureLink,
} from './capture-link';

let api: RunningApi;
let picture: Buffer;
beforeAll(async () => {
  picture = await noisePicture(1);
  api = await startApi({
    worker: true,
    deps: { rates: noRates, measurePdf: () => Promise.resolve({ width: 600, height: 800 }) },
  });
});
beforeEach(() => askForProof(false));
afterAll(() => api.stop());

async function askForProof(proofOfAddress: boolean): Promise<void> {
  const requirements = { ...documentAndSelfieWorkflow.requirements, proofOfAddress };
  await api.db
    .updateTable('workflow_versions')
    .set({ definition: JSON.stringify({ ...documentAndSelfieWorkflow, requirements }) })
    .execute();
}

async function begun(): Promise<CaptureLink> {
  const link = byPage(await newLink(api), firstPage);
  await atDocument(link);
  return link;
}

async function uploaded(link: CaptureLink): Promise<string> {
  const { status, body } = await link.upload('documents', picture, { side: 'front' });
  expect(status).toBe(201);
  return text(body, 'id');
}

async function shown(
  link: CaptureLink,
  id: string,
  query = '',
  headers: Record<string, string> = firstPage,
) {
  const answer = await fetch(`${link.url}/documents/${id}${query}`, { headers });
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

it('the very picture, kept by no cache and shown in no page, and each sight is on record', async () => {
  const link = await begun();
  const id = await uploaded(link);
  const { answer, bytes } = await shown(link, id);
  expect(answer.status).toBe(200);
  expect(bytes.equals(picture)).toBe(true);
  expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    'image/jpeg',
    'private, no-store',
  ]);
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  const audit = await api.db
    .selectFrom('audit')
    .select(['actor_kind', 'detail'])
    .where('action', '=', 'session.document_seen')
    .execute();
  expect(audit).toContainEqual({
    actor_kind: 'person',
    detail: { document_id: id, doc_type: 'id_front', by: 'link' },
  });
});

it('a thumbnail is no wider than asked, and nothing of what the camera wrote is in it', async () => {
  const link = await begun();
  const written = await sharp(picture)
    .withExif({ IFD0: { Copyright: 'Camera of somebody' } })
    .jpeg()
    .toBuffer();
  const { body } = await link.upload('documents', written, { side: 'front' });
  const { bytes } = await shown(link, text(body, 'id'), '?width=120');
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 120, height: 90 });
  expect(bytes.includes('Camera of somebody')).toBe(false);
});

it('of vast pictures few are drawn small at once: the rest is 503 for now, and the next is there', async () => {
  const link = await begun();
  const vast = sharp({ create: { width: 8_000, height: 8_000, channels: 3, background: '#abc' } });
  const { body } = await link.upload('documents', await vast.png().toBuffer(), { side: 'front' });
  const id = text(body, 'id');
  const asked = Array.from({ length: 40 }, async () => shown(link, id, '?width=120'));
  const answers = (await Promise.all(asked)).map(({ answer }) => answer);
  const [shownOnes, refused] = [200, 503].map((code) =>
    answers.filter(({ status }) => status === code),
  );
  expect(refused?.length).toBeGreaterThan(0);
  expect((shownOnes?.length ?? 0) + (refused?.length ?? 0)).toBe(40);
  expect(refused?.[0]?.headers.has('retry-after')).toBe(true);
  expect((await shown(link, id, '?width=120')).answer.status).toBe(200);
});

it.each(['0', '15', '481', '1e9', 'wide', '120.5'])('422 for a width of %s', async (width) => {
  const link = await begun();
  const id = await uploaded(link);
  expect((await shown(link, id, `?width=${width}`)).answer.status).toBe(422);
});

describe('404', () => {
  const status = async (...asked: Parameters<typeof shown>) =>
    (await shown(...asked)).answer.status;

  it('for what is no picture of this capture: made up, another’s, replaced, the integrator’s', async () => {
    const [link, other] = [await begun(), await begun()];
    const replaced = await uploaded(link);
    await link.upload('documents', await noisePicture(2), { side: 'front' });
    const form = new FormData();
    form.append('document_type', 'selfie');
    form.append('file', new Blob([new Uint8Array(picture)]), 'a.jpg');
    const theirs = await api.ask('POST', `/api/v1/sessions/${link.id}/documents`, { form });
    for (const id of ['doc_made-up', await uploaded(other), replaced, text(theirs.body, 'id')]) {
      expect([id, await status(link, id)]).toEqual([id, 404]);
    }
  });

  it('for whoever has a link that was bound without a page: nobody is known again by it', async () => {
    const link = await newLink(api);
    await atDocument(link);
    const id = await uploaded(link);
    expect(await status(link, id, '', {})).toBe(404);
    expect((await link.get('state')).body).toMatchObject({ bound_client: true, documents: [] });
  });

  it('for a PDF, of which the state tells', async () => {
    await askForProof(true);
    const link = await begun();
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n');
    const { body } = await link.upload('proof-of-address', pdf, {
      poa_document_type: 'utility_bill',
      poa_document_date: '2026-01-01',
    });
    const id = text(body, 'id');
    expect((await link.get('state')).body).toMatchObject({
      documents: [{ id, piece: 'proof_of_address', media_type: 'application/pdf' }],
    });
    expect(await status(link, id)).toBe(404);
  });

  it('for whoever has not bound the link; and for the handed-off laptop it is gone', async () => {
    const link = byPage(await newLink(api), firstPage);
    await captureAll(link, picture);
    const { body: handed } = await link.post('handoff');
    const fresh = linkAt(link.id, text(handed, 'capture_url'));
    await consent(fresh, otherPage);
    const { body } = await fresh.get('state', { headers: otherPage });
    const id = JSON.stringify(body['documents']).match(/doc_[0-9a-z]+/)?.[0] ?? '';
    expect(await status(fresh, id, '', otherPage)).toBe(200);
    expect(await status(fresh, id)).toBe(409);
    expect(await status(link, id)).toBe(410);
    const { body: again } = await fresh.post('handoff', { headers: otherPage });
    expect(await status(linkAt(link.id, text(again, 'capture_url')), id)).toBe(404);
  });
});

it('410 after submit, and once it was redacted', async () => {
  const [submitted, redacted] = [byPage(await newLink(api), firstPage), await begun()];
  await captureAll(submitted, picture);
  const { body } = await submitted.get('state');
  const id = JSON.stringify(body['documents']).match(/doc_[0-9a-z]+/)?.[0] ?? '';
  expect((await shown(submitted, id)).answer.status).toBe(200);
  await submitted.post('complete');
  expect((await shown(submitted, id)).answer.status).toBe(410);
  const other = await uploaded(redacted);
  await api.ask('DELETE', `/api/v1/sessions/${redacted.id}/data`);
  expect((await shown(redacted, other)).answer.status).toBe(410);
});
