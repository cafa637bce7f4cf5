import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'minio';
import { createErasureJournal } from '../../shared/erasure/journal/erasure-journal';
import { openJournalStore, type JournalSettings } from '../../shared/storage/open-object-store';
import { stackAddresses } from '../stack/addresses';

const { VERIFA_TEST_S3_ENDPOINT, VERIFA_TEST_S3_ACCESS_KEY, VERIFA_TEST_S3_SECRET_KEY } =
  stackAddresses();
const bucket = `journal-${randomBytes(4).toString('hex')}`;
const inMinio: JournalSettings = {
  S3_ENDPOINT: VERIFA_TEST_S3_ENDPOINT,
  S3_ACCESS_KEY: VERIFA_TEST_S3_ACCESS_KEY,
  S3_SECRET_KEY: VERIFA_TEST_S3_SECRET_KEY,
  S3_BUCKET: 'documents-beside-a-journal',
  S3_REGION: 'us-east-1',
};
const id = (digit: number) => `ers_01hzzzzzzzzzzzzzzzzzzzzzz${String(digit)}` as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verifa-journal-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const stores: readonly (readonly [string, () => JournalSettings])[] = [
  ['beside documents in MinIO', () => inMinio],
  [
    'in a locked bucket of MinIO',
    () => ({ ...inMinio, ERASURE_JOURNAL_BUCKET: bucket, BACKUP_RETENTION_DAYS: 30 }),
  ],
  ['in files', () => ({ S3_BUCKET: 'unused', S3_REGION: 'unused', OBJECT_DIR: folder })],
];

describe.each(stores)('the journal %s', (_name, settings) => {
  test('gives back what was written, twice the same, and lists what is behind a place', async () => {
    const journal = createErasureJournal(openJournalStore(settings()));
    await journal.ready();
    await journal.ready();
    for (const digit of [3, 1, 2, 2]) await journal.write(id(digit), `entry ${String(digit)}`);
    expect(await journal.read(id(2))).toBe('entry 2');
    const names = [];
    for await (const name of journal.namesAfter(id(1))) names.push(name);
    expect(names).toEqual([id(2), id(3)]);
  });
});

test('what is in the locked bucket cannot be deleted for good before its days are over', async () => {
  const url = new URL(VERIFA_TEST_S3_ENDPOINT);
  const client = new Client({
    endPoint: url.hostname,
    port: Number(url.port),
    useSSL: false,
    accessKey: VERIFA_TEST_S3_ACCESS_KEY,
    secretKey: VERIFA_TEST_S3_SECRET_KEY,
  });
  const object = `erasure-journal/${id(1)}`;
  const { versionId } = await client.statObject(bucket, object);
  if (versionId === null || versionId === undefined) throw new Error('the bucket has no versions');
  await expect(client.removeObject(bucket, object, { versionId })).rejects.toThrow(/WORM|denied/i);
  const locked: { getObjectLockConfig(name: string): Promise<object> } = client;
  expect(await locked.getObjectLockConfig(bucket)).toMatchObject({
    mode: 'GOVERNANCE',
    validity: 30,
    unit: 'Days',
  });
});
