import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { createFileObjectStore } from '../../shared/storage/file-object-store';
import { createMinioObjectStore } from '../../shared/storage/minio-object-store';
import type { ObjectStore } from '../../shared/storage/object-store';
import { stackAddresses } from '../stack/addresses';

function minio(endpoint: string): ObjectStore {
  const { VERIFA_TEST_S3_ACCESS_KEY: accessKey, VERIFA_TEST_S3_SECRET_KEY: secretKey } =
    stackAddresses();
  return createMinioObjectStore({
    endpoint,
    accessKey,
    secretKey,
    bucket: 'store-test',
    region: 'us-east-1',
  });
}

const code = (cause: unknown): string => (cause instanceof VerifaError ? cause.code : 'other');

describe.each(['file store', 'MinIO'])('%s', (kind) => {
  let folder: string;
  let store: ObjectStore;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verifa-objects-'));
    store =
      kind === 'MinIO'
        ? minio(stackAddresses().VERIFA_TEST_S3_ENDPOINT)
        : createFileObjectStore(folder);
    await store.ready();
    await store.ready();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('gives back what was put, and the newest of two', async () => {
    const big = Buffer.alloc(9_000_000, 'z');
    await store.put('ses_a/doc_a', Readable.from([Buffer.from('first')]));
    await store.put('ses_a/doc_a', Readable.from([big]));
    expect((await buffer(await store.get('ses_a/doc_a'))).equals(big)).toBe(true);
  });

  test('says that a missing object is gone, and deletes one twice without complaint', async () => {
    await store.put('ses_b/doc_b', Readable.from([Buffer.from('x')]));
    await store.delete('ses_b/doc_b');
    await store.delete('ses_b/doc_b');
    await expect(store.get('ses_b/doc_b').catch(code)).resolves.toBe('document_gone');
  });

  test('keeps nothing of an object whose source broke off', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.alloc(1000);
      await Promise.resolve();
      throw new Error('the client went away');
    }
    await expect(store.put('ses_c/doc_c', Readable.from(broken())).catch(code)).resolves.not.toBe(
      undefined,
    );
    await expect(store.get('ses_c/doc_c').catch(code)).resolves.toBe('document_gone');
  });

  test('lists what is there', async () => {
    await store.put('ses_d/doc_d', Readable.from([Buffer.from('x')]));
    const keys = [];
    for await (const key of store.list()) keys.push(key);
    expect(keys).toContain('ses_d/doc_d');
  });
});

test('a MinIO that is away is temporarily unavailable', async () => {
  const away = minio('http://127.0.0.1:9');
  await expect(away.get('ses_a/doc_a').catch(code)).resolves.toBe('temporarily_unavailable');
});
