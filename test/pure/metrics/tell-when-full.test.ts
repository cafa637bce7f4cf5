import { Readable } from 'node:stream';
import { S3Error } from 'minio';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { createFileObjectStore } from '../../../shared/storage/file-object-store';
import { tellWhenFull } from '../../../shared/storage/tell-when-full';

function systemError(code: string): Error {
  return Object.assign(new Error('a path that is not to be told'), { code });
}

function s3Error(code: string): Error {
  return Object.assign(new S3Error('a bucket'), { code });
}

/** As both stores tell their trouble: wrapped. */
async function told(cause: Error): Promise<number> {
  let calls = 0;
  const broken = {
    ...createFileObjectStore('/nowhere'),
    put: () => Promise.reject(new VerifaError('temporarily_unavailable', { cause })),
  };
  const store = tellWhenFull(broken, () => (calls += 1));
  await expect(store.put('a', Readable.from([]))).rejects.toMatchObject({
    code: 'temporarily_unavailable',
  });
  return calls;
}

test.each([
  ['a disk without room', systemError('ENOSPC'), 1],
  ['a quota that is used up', systemError('EDQUOT'), 1],
  ['MinIO without room', s3Error('XMinioStorageFull'), 1],
  ['S3 over its quota', s3Error('QuotaExceeded'), 1],
  ['a store that is away', systemError('ECONNREFUSED'), 0],
  ['a key that is refused', s3Error('AccessDenied'), 0],
])(
  '%s: told so many times, and the writer learns only that it is away',
  async (_, cause, times) => {
    expect(await told(cause)).toBe(times);
  },
);
