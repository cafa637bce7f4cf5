import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { asVerifaError } from '../../services/api/http/error-answer';
import { connectDatabase } from '../../shared/database/connect';
import { newId } from '../../shared/domain/ids';
import { createMinioObjectStore } from '../../shared/storage/minio-object-store';
import { connectTemporalClient } from '../../shared/temporal/connect-client';
import { createMessageSigner } from '../../shared/temporal/message-signer';
import { createSessionClient } from '../../shared/temporal/session-client';
import { startApi } from '../api/running-api';
import { noisePicture } from '../api/documents/pictures';
import { file } from '../processes/api-caller';
import { createTestDatabase } from '../stack/database';
import { startRelay, startSilentServer, type SilentServer } from './silent-server';

/** A part that takes what it is sent and never answers is a part that is down: 503, and soon. */
let silent: SilentServer;
beforeAll(async () => {
  silent = await startSilentServer();
});
afterAll(() => silent.stop());

/** The code that it fails with, and after how long. */
async function failure(work: () => Promise<unknown>): Promise<{ code: string; ms: number }> {
  const begunAt = Date.now();
  const code = await work().then(
    () => 'answered',
    (error: unknown) => asVerifaError(error).code,
  );
  return { code, ms: Date.now() - begunAt };
}

it('Postgres: queries, transactions and those that wait for a connection; it is used again once it answers', async () => {
  const database = await createTestDatabase();
  const { hostname, port } = new URL(database.url);
  const relay = await startRelay({ host: hostname, port: Number(port) });
  const url = new URL(database.url);
  url.host = `127.0.0.1:${String(relay.port)}`;
  const db = connectDatabase({
    url: url.toString(),
    maxConnections: 2,
    connectWithinMs: 500,
    answerWithinMs: 500,
  });
  const ask = () => sql`SELECT 1`.execute(db);
  try {
    await Promise.all([ask(), ask()]);
    relay.freeze();
    const failures = await Promise.all([
      failure(ask),
      failure(() => db.transaction().execute((trx) => sql`SELECT 1`.execute(trx))),
      ...Array.from({ length: 4 }, () => failure(ask)),
    ]);
    for (const { code, ms } of failures) {
      expect(code).toBe('temporarily_unavailable');
      expect(ms).toBeLessThan(5_000);
    }
    relay.thaw();
    expect((await failure(ask)).code).toBe('answered');
    // A query of its own that is slow is ended the same way, and costs the pool nothing.
    expect((await failure(() => sql`SELECT pg_sleep(5)`.execute(db))).code).toBe(
      'temporarily_unavailable',
    );
    expect((await failure(ask)).code).toBe('answered');
  } finally {
    await db.destroy();
    await relay.stop();
    await database.drop();
  }
});

it('Temporal: what starts a workflow, and what sends it a message', async () => {
  const temporal = connectTemporalClient({
    address: `127.0.0.1:${String(silent.port)}`,
    namespace: 'default',
    environment: {},
  });
  const api = await startApi();
  try {
    const sessions = createSessionClient(
      temporal.client,
      api.db,
      createMessageSigner(api.keyring),
      { answerWithinMs: 500 },
    );
    const id = await api.create();
    const row = await api.db
      .selectFrom('sessions')
      .selectAll()
      .where((where) => where.eb(where.cast<string>('id', 'text'), '=', id))
      .executeTakeFirstOrThrow();
    const message = {
      event: { type: 'expire' },
      actor: { kind: 'api_key', id: null },
      requestId: 'silent',
    } as const;
    for (const work of [
      () => sessions.send(row, message),
      () => sessions.start(row),
      () => sessions.invite({ sessionId: newId('session'), number: 1 }),
    ]) {
      const { code, ms } = await failure(work);
      expect(code).toBe('temporarily_unavailable');
      expect(ms).toBeLessThan(9_000);
    }
  } finally {
    await temporal.close();
    await api.stop();
  }
});

it('the object store: every call of it, and an upload over the API', async () => {
  const objects = createMinioObjectStore({
    endpoint: `http://127.0.0.1:${String(silent.port)}`,
    accessKey: 'verifa',
    secretKey: 'verifa-secret',
    bucket: 'verifa-documents',
    region: 'us-east-1',
    silentMs: 500,
  });
  for (const work of [
    () => objects.put('a/b', Readable.from([Buffer.alloc(10 * 1024 * 1024)])),
    () => objects.get('a/b'),
    () => objects.delete('a/b'),
    () => objects.ready(),
  ]) {
    const { code, ms } = await failure(work);
    expect(code).toBe('temporarily_unavailable');
    expect(ms).toBeLessThan(5_000);
  }
  const api = await startApi({ worker: true, deps: { objects } });
  try {
    const id = await api.create();
    const form = file(await noisePicture(1), 'a.jpg', { document_type: 'id_front' });
    const answer = await api.ask('POST', `/api/v1/sessions/${id}/documents`, { form });
    expect(answer.body).toMatchObject({ status_code: 503, error: 'temporarily_unavailable' });
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  } finally {
    await api.stop();
  }
});
