import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import type { ObjectStore } from '../../../shared/storage/object-store';
import { createMinioObjectStore } from '../../../shared/storage/minio-object-store';
import { file, text } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { startApi, type RunningApi } from '../running-api';
import { stackAddresses } from '../../stack/addresses';
import { noisePicture } from './pictures';
import { stored } from './stored';

function minio(endpoint?: string): ObjectStore {
  const addresses = stackAddresses();
  return createMinioObjectStore({
    endpoint: endpoint ?? addresses.VERIFA_TEST_S3_ENDPOINT,
    accessKey: addresses.VERIFA_TEST_S3_ACCESS_KEY,
    secretKey: addresses.VERIFA_TEST_S3_SECRET_KEY,
    bucket: 'api-documents',
    region: 'us-east-1',
  });
}

async function upload(api: RunningApi, id: string, bytes: Buffer) {
  const form = file(bytes, 'a.jpg', { document_type: 'id_front' });
  return api.ask('POST', `/api/v1/sessions/${id}/documents`, { form });
}

const listing = z.object({ data: z.array(z.object({ url: z.url() })).length(1) });

describe('documents in MinIO', () => {
  let api: RunningApi;
  beforeAll(async () => {
    const objects = minio();
    await objects.ready();
    api = await startApi({ worker: true, deps: { objects } });
  });
  afterAll(() => api.stop());

  it('are stored as ciphertext, shown by their URL, and gone with a redaction', async () => {
    const picture = await noisePicture(1);
    const id = await api.create();
    const uploaded = await upload(api, id, picture);
    const key = `${id}/${text(uploaded.body, 'id')}`;
    const ciphertext = await buffer(await api.objects.get(key));
    expect(ciphertext.includes(picture.subarray(100, 164))).toBe(false);

    const [document] = listing.parse(
      (await api.ask('GET', `/api/v1/sessions/${id}/documents`)).body,
    ).data;
    const url = document?.url ?? '';
    const shown = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(shown.equals(picture)).toBe(true);

    const redacted = await api.ask('DELETE', `/api/v1/sessions/${id}/data`);
    expect(redacted.body).toMatchObject({ status: 'deleted', documents_removed: 1 });
    expect((await fetch(url)).status).toBe(410);
    await eventually('the object to be deleted', async () =>
      (await stored(api, id)).objects === 0 ? true : undefined,
    );
  });
});

describe('while the object store is away', () => {
  let api: RunningApi;
  beforeAll(async () => {
    // Nobody listens on the discard port.
    api = await startApi({ worker: true, deps: { objects: minio('http://127.0.0.1:9') } });
  });
  afterAll(() => api.stop());

  it('an upload is 503 with Retry-After, and leaves no row', async () => {
    const id = await api.create();
    const answer = await upload(api, id, await noisePicture(1));
    expect(answer.body).toMatchObject({ status_code: 503, error: 'temporarily_unavailable' });
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    const rows = await api.db.selectFrom('documents').select('id').execute();
    expect(rows).toEqual([]);
  });
});
