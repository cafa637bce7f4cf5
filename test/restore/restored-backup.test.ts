import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Client as Temporal, Connection } from '@temporalio/client';
import { sql } from 'kysely';
import { Client } from 'pg';
import { z } from 'zod';
import { createErasureJournal } from '../../shared/erasure/journal/erasure-journal';
import { verifyErasureRecord } from '../../shared/erasure/erasure-record';
import { createMinioObjectStore } from '../../shared/storage/minio-object-store';
import type { ObjectStore } from '../../shared/storage/object-store';
import { noisePicture } from '../api/documents/pictures';
import { dumpDatabase, found } from '../privacy/stored-places';
import { stackAddresses } from '../stack/addresses';
import { call, file, text, type Answer } from '../processes/api-caller';
import { eventually, type RunningProcess } from '../processes/running-process';
import { startService, type RunningService } from '../processes/running-service';
import { startBackedUpRecords, type BackedUpRecords } from './backed-up-records';

/**
 * A backup that is restored brings nobody back: on a real Postgres whose files are copied, a real MinIO whose
 * objects are put back, and the processes as they are deployed.
 */
const planted = {
  external_ref: 'planted-ref-of-the-erased',
  metadata: 'planted-metadata-of-the-erased',
  held_ref: 'planted-ref-under-a-hold',
  person_ref: 'planted-ref-of-a-person',
} as const;
const erasureSchema = z.object({
  record: z.record(z.string(), z.unknown()),
  signature: z.string(),
  public_key: z.string(),
});

let records: BackedUpRecords;
let service: RunningService;
let journalStore: ObjectStore;
let kept: string;
let erased: string;
let receipt: z.output<typeof erasureSchema>;
const savedObjects = new Map<string, Buffer>();

async function ask(method: string, path: string, json?: unknown, key?: string): Promise<Answer> {
  return call(method, `${service.apiUrl}/api/v1/${path}`, {
    key: key ?? service.liveKey,
    ...(json === undefined ? {} : { json }),
  });
}

async function made(path: string, json: unknown, key?: string): Promise<string> {
  const answer = await ask('POST', path, json, key);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return text(answer.body, 'id');
}

async function erase(path: string, key?: string): Promise<Answer> {
  const answer = await ask('DELETE', path, undefined, key);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer;
}

async function addPictures(session: string): Promise<void> {
  for (const [seed, type] of ['id_front', 'id_back'].entries()) {
    const form = file(await noisePicture(seed), 'a.jpg', { document_type: type });
    const url = `${service.apiUrl}/api/v1/sessions/${session}/documents`;
    const { status } = await call('POST', url, { key: service.liveKey, form });
    expect(status).toBe(201);
  }
}

const ended = (started: RunningProcess): Promise<number> =>
  eventually(`the end of ${started.name}`, () => Promise.resolve(started.exitCode ?? undefined));

const readiness = async (): Promise<unknown> => (await fetch(`${service.apiUrl}/readyz`)).json();

const unknownKinds = () =>
  service.db
    .selectFrom('erasure_journal')
    .select(['subject_id', 'kind'])
    .where('repeating', '=', true)
    .execute();

async function objectsOf(session: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const key of service.objects.list({ prefix: `${session}/` })) keys.push(key);
  return keys;
}

let held: string;
let list: string;

beforeAll(async () => {
  records = await startBackedUpRecords();
  const bucket = `journal-${String(process.pid)}-${String(Date.now())}`;
  const settings = { DATABASE_URL: records.url, ERASURE_JOURNAL_BUCKET: bucket };
  service = await startService(
    { ...settings, BACKUP_RETENTION_DAYS: '30' },
    {},
    { url: records.url, drop: () => records.stop() },
  );
  const addresses = stackAddresses();
  journalStore = createMinioObjectStore({
    endpoint: addresses.VERIFA_TEST_S3_ENDPOINT,
    accessKey: addresses.VERIFA_TEST_S3_ACCESS_KEY,
    secretKey: addresses.VERIFA_TEST_S3_SECRET_KEY,
    bucket,
    region: 'us-east-1',
  });
  await before();
  await records.backUp();
  await meanwhile();
  await restore();
}, 400_000);
afterAll(() => service.stop());

/** What the backup holds. */
async function before(): Promise<void> {
  kept = await made('sessions', { external_ref: 'kept-ref' });
  erased = await made('sessions', {
    external_ref: planted.external_ref,
    metadata: { note: planted.metadata },
    fields: { first_name: 'LISELOTTE' },
  });
  await addPictures(erased);
  for (const key of await objectsOf(erased))
    savedObjects.set(key, await buffer(await service.objects.get(key)));
  held = await made('sessions', { external_ref: planted.held_ref });
  await ask('PUT', `sessions/${held}/legal-hold`, { reason_code: 'lawsuit' });
  expect((await ask('DELETE', `sessions/${held}/data`)).status).toBe(409);
  const person = await made('sessions', { external_ref: planted.person_ref }, service.sandboxKey);
  await ask('POST', `sessions/${person}/simulate`, { action: 'approve' }, service.sandboxKey);
  list = await made('lists', { name: 'Known', action: 'flag' });
  await ask('POST', `lists/${list}/items`, { items: [{ kind: 'email', value: 'a@example.org' }] });
  await erase(`sessions/${await made('sessions', {})}/data`);
  await comparedOnce();
}

/** What happened after it. */
async function meanwhile(): Promise<void> {
  const answer = await erase(`sessions/${erased}/data`);
  receipt = erasureSchema.parse(answer.body['erasure']);
  await erase(`sessions/${held}/legal-hold`);
  await erase(`identities/${planted.person_ref}/data`, service.sandboxKey);
  await erase(`lists/${list}`);
  await erase(`sessions/${await made('sessions', { external_ref: 'of-later' })}/data`);
  await eventually('the objects to be gone', async () =>
    (await objectsOf(erased)).length === 0 ? true : undefined,
  );
}

async function restore(): Promise<void> {
  await Promise.all([service.api.kill('SIGKILL'), service.worker.kill('SIGKILL')]);
  await records.restore();
  for (const [key, bytes] of savedObjects) await service.objects.put(key, Readable.from([bytes]));
}

/** The sweep says in the database that it found both to agree, so that the copy has a place to begin at. */
async function comparedOnce(): Promise<void> {
  const connection = await Connection.connect({ address: service.temporalAddress });
  try {
    const client = new Temporal({ connection, namespace: service.namespace });
    await eventually('the sweep to compare', async () => {
      await client.schedule
        .getHandle('verifa-sweep')
        .trigger()
        .catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return service.db
        .selectFrom('sweep_cursors')
        .select('after')
        .where('name', '=', 'erasure_journal')
        .executeTakeFirst();
    });
  } finally {
    await connection.close();
  }
}

test('the copy does hold what was erased since', async () => {
  expect(found(await dumpDatabase(service.db), planted).sort()).toEqual(
    Object.keys(planted).sort(),
  );
  expect(await objectsOf(erased)).toHaveLength(2);
});

test('the API on it is not ready, answers nothing personal, and says why; the worker ends', async () => {
  service.beginApi();
  const closed = await eventually('the API to say why', async () => {
    const seen = await readiness().catch(() => undefined);
    return JSON.stringify(seen ?? '').includes('erasures_unapplied') ? seen : undefined;
  });
  expect(closed).toEqual({ status: 'not_ready', reason: 'erasures_unapplied' });
  for (const path of [`sessions/${erased}`, `sessions/${erased}/export`, `sessions/${kept}`]) {
    const answer = await ask('GET', path);
    expect(answer.body).toMatchObject({ status_code: 503, error: 'erasures_unapplied' });
  }
  expect(service.api.output()).toContain('reapply-erasures');
  service.startWorker();
  expect(await ended(service.worker)).toBe(1);
  expect(service.worker.output()).toContain('reapply-erasures');
});

test('a dry run counts and changes nothing', async () => {
  const dry = service.admin('reapply-erasures', '--dry-run');
  expect(await ended(dry)).toBe(0);
  expect(JSON.parse(dry.output())).toMatchObject({
    unknown: { session_erased: 4, identity_erased: 1, list_deleted: 1 },
    erased: null,
  });
  expect(await unknownKinds()).toEqual([]);
});

test('killed in the middle, what was begun counts as unknown', async () => {
  const locker = new Client({ connectionString: records.url });
  await locker.connect();
  try {
    await locker.query('BEGIN');
    await locker.query('SELECT FROM sessions WHERE id = $1 FOR UPDATE', [held]);
    const run = service.admin('reapply-erasures');
    await eventually('it to wait for the locked session', async () => {
      const [first] = await unknownKinds();
      return first?.subject_id === held ? true : undefined;
    });
    await run.kill('SIGKILL');
  } finally {
    await locker.end();
  }
  expect(await unknownKinds()).toEqual([{ subject_id: held, kind: 'session_erased' }]);
  expect(await objectsOf(erased)).toEqual([]);
  expect(await readiness()).toEqual({ status: 'not_ready', reason: 'erasures_unapplied' });
});

test('a forged entry is named and believed in nothing; all others are repeated, and it is not done', async () => {
  const forged = 'ers_01hzzzzzzzzzzzzzzzzzzzzzz0' as const;
  const journal = createErasureJournal(journalStore);
  const real = await firstEntry();
  await journal.write(forged, real.replaceAll(/ses_\w+/g, kept));
  const run = service.admin('reapply-erasures');
  expect(await ended(run)).toBe(1);
  expect(run.output()).toContain(`${forged}: forged`);
  expect((await sessionRow(kept)).retention_status).toBe('active');
  expect((await sessionRow(held)).retention_status).toBe('redacted');
  expect(await readiness()).toMatchObject({ status: 'not_ready' });
  await journalStore.delete(`erasure-journal/${forged}`);
});

test('run again it is done; the API becomes ready by itself, and nothing has come back', async () => {
  const run = service.admin('reapply-erasures');
  expect(await ended(run)).toBe(0);
  await eventually('the API to be ready', async () =>
    (await fetch(`${service.apiUrl}/readyz`)).ok ? true : undefined,
  );
  expect(found(await dumpDatabase(service.db), planted)).toEqual([]);
  expect(await objectsOf(erased)).toEqual([]);
  const answers = await Promise.all([
    ask('GET', `sessions/${erased}`),
    ask('GET', `sessions/${erased}/export`),
    ask('GET', `sessions?external_ref=${planted.external_ref}`),
    ask('GET', `identities/${planted.person_ref}`, undefined, service.sandboxKey),
    ask('GET', `lists/${list}`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 404]);
  // The reference that was asked for stands in the answer of nobody.
  expect(found(JSON.stringify(answers.map(({ body }) => body)), planted)).toEqual([]);
  expect((await ask('GET', `sessions/${kept}`)).body).toMatchObject({ external_ref: 'kept-ref' });
});

test('the receipt is the one that was given out, and verifies', async () => {
  const again = await ask('DELETE', `sessions/${erased}/data`);
  expect(again.body['status']).toBe('already_redacted');
  const { record, signature, public_key: key } = erasureSchema.parse(again.body['erasure']);
  expect({ record, signature }).toEqual({ record: receipt.record, signature: receipt.signature });
  expect(record).toMatchObject({ documents_removed: 2, backup_retention_days: 30 });
  expect(verifyErasureRecord(key, { record, signature })).toBe(true);
});

test('the audit log says who repeated it, and the worker starts', async () => {
  const { rows } = await sql<{ actor_id: string }>`
    SELECT actor_id FROM audit WHERE resource_id = ${erased} AND action = 'session.redacted'`.execute(
    service.db,
  );
  expect(rows).toEqual([{ actor_id: 'reapply-erasures' }]);
  service.startWorker();
  await eventually('the worker to be ready', () => {
    if (!service.worker.alive) throw new Error(service.worker.output());
    return Promise.resolve(service.worker.output().includes('worker ready') ? true : undefined);
  });
  const next = await made('sessions', {});
  expect((await erase(`sessions/${next}/data`)).body['status']).toBe('deleted');
});

function sessionRow(id: string) {
  return service.db
    .selectFrom('sessions')
    .select('retention_status')
    .where((where) => where(where.cast<string>('id', 'text'), '=', id))
    .executeTakeFirstOrThrow();
}

async function firstEntry(): Promise<string> {
  const journal = createErasureJournal(journalStore);
  for await (const name of journal.namesAfter('')) return journal.read(name);
  throw new Error('an empty journal');
}
