import { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Client, RETENTION_MODES, RETENTION_VALIDITY_UNITS, S3Error } from 'minio';
import { VerifaError } from '../domain/errors/verifa-error';
import type { KeyRange, ObjectStore } from './object-store';
import { silenceBoundAgent } from './silence-bound-agent';

export interface MinioOptions {
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly bucket: string;
  readonly region: string;
  /** A store that says nothing for so long is away. Default 4 s. */
  readonly silentMs?: number;
  /**
   * A bucket that is made here gets object lock: nothing in it is overwritten or deleted for good, for so many
   * days where they are said. One that is there stays as its operator has set it.
   */
  readonly lock?: { readonly days: number | null };
}

/** A download goes at its reader's pace, which may be a phone's. */
const pausedMs = 60_000;

/** Objects in MinIO or any S3. The client's own retries are off: activities and callers repeat. */
export function createMinioObjectStore(options: MinioOptions): ObjectStore {
  const url = new URL(options.endpoint);
  const useSSL = url.protocol === 'https:';
  const client = new Client({
    endPoint: url.hostname,
    port: url.port === '' ? (useSSL ? 443 : 80) : Number(url.port),
    useSSL,
    accessKey: options.accessKey,
    secretKey: options.secretKey,
    region: options.region,
    pathStyle: true,
    transportAgent: silenceBoundAgent(useSSL, options.silentMs ?? 4_000),
    retryOptions: { disableRetry: true },
  });
  const { bucket } = options;
  return {
    // Collected first: the client buffers a stream of unknown length anyway, and never ends when the
    // stream breaks off. What is stored here has at most 10 MB.
    put: (key, body) =>
      reached(async () => {
        const bytes = await buffer(body);
        await client.putObject(bucket, key, bytes, bytes.length);
      }),
    get: (key) =>
      reached(async () => {
        const body = await client.getObject(bucket, key);
        if (body instanceof IncomingMessage) body.setTimeout(pausedMs);
        return body;
      }),
    delete: (key) => reached(() => client.removeObject(bucket, key)),
    list: (range) => listObjects(client, bucket, range),
    ready: () =>
      reached(async () => {
        if (!(await client.bucketExists(bucket))) await makeBucket(client, options);
      }),
  };
}

/** One of its overloads; the first says that there is nothing to wait for. */
interface LockingClient {
  setObjectLockConfig(
    bucket: string,
    lock: { readonly mode: 'GOVERNANCE'; readonly unit: 'Days'; readonly validity: number },
  ): Promise<void>;
}

/** Two processes may find it missing at once. */
async function makeBucket(client: Client, { bucket, region, lock }: MinioOptions): Promise<void> {
  try {
    await client.makeBucket(bucket, region, { ObjectLocking: lock !== undefined });
    if (lock === undefined || lock.days === null || lock.days === 0) return;
    // Governance and not compliance: whoever owns the store can still undo a wrong number.
    const locking: LockingClient = client;
    await locking.setObjectLockConfig(bucket, {
      mode: RETENTION_MODES.GOVERNANCE,
      unit: RETENTION_VALIDITY_UNITS.DAYS,
      validity: lock.days,
    });
  } catch (cause) {
    if (!(cause instanceof S3Error) || cause.code !== 'BucketAlreadyOwnedByYou') throw cause;
  }
}

async function* listObjects(
  client: Client,
  bucket: string,
  { prefix = '', after = '' }: KeyRange = {},
): AsyncGenerator<string> {
  const items: AsyncIterable<unknown> = client.listObjectsV2(bucket, prefix, true, after);
  for await (const item of items) {
    if (typeof item !== 'object' || item === null || !('name' in item)) continue;
    if (typeof item.name === 'string') yield item.name;
  }
}

async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof VerifaError) throw cause;
    if (cause instanceof S3Error && cause.code === 'NoSuchKey')
      throw new VerifaError('document_gone');
    throw new VerifaError('temporarily_unavailable', { cause });
  }
}
