import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { createCopies, type Copies, type Found } from '../../../services/api/copies/create-copies';
import {
  changesChannel,
  followChanges,
  type Changes,
} from '../../../services/api/copies/follow-changes';
import { bootstrapOrganization } from '../../../shared/organization/first-organization';
import { connectDatabase } from '../../../shared/database/connect';
import type { Database } from '../../../shared/database/schema';
import { eventually } from '../../processes/running-process';
import { createTestDatabase, type TestDatabase } from '../../stack/database';

let database: TestDatabase;
let db: Kysely<Database>;
let wire: Wire;
let changes: Changes;
let names: Copies<string>;
let reads = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  db = connectDatabase({ url: database.url, maxConnections: 3 });
  await bootstrapOrganization(db, () => new Date());
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});
beforeEach(async () => {
  wire = await openWire(database.url);
  changes = followChanges({
    databaseUrl: wire.url,
    patienceMs: 100,
    giveUpMs: 400,
    reconnectMs: 20,
  });
  names = createCopies(changes);
  await eventually('somebody who listens', async () => (await changes.areKnown()) || undefined);
  reads = 0;
});
afterEach(async () => {
  wire.goOn();
  await changes.close();
  await wire.close();
});

async function load(): Promise<Found<string>> {
  reads += 1;
  const { id, name } = await db
    .selectFrom('organizations')
    .select(['id', 'name'])
    .executeTakeFirstOrThrow();
  return { organizationId: id, value: name };
}
const read = (): Promise<string | undefined> => names.read('name', load);
const rename = (name: string) => db.updateTable('organizations').set({ name }).execute();

it('what has not changed is read once, by however many at once', async () => {
  const name = (await load()).value;
  reads = 0;
  expect(new Set(await Promise.all(Array.from({ length: 50 }, read)))).toEqual(new Set([name]));
  expect(await read()).toBe(name);
  expect(reads).toBe(1);
});

it('a change is seen by the next who asks, each of a hundred times', async () => {
  for (let time = 0; time < 100; time += 1) {
    await rename(`name ${String(time)}`);
    expect(await read()).toBe(`name ${String(time)}`);
    expect(await read()).toBe(`name ${String(time)}`);
  }
  expect(reads).toBe(100);
});

it('what was being read while it changed is not kept, and nobody else waits for it', async () => {
  await rename('before');
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const begun = names.read('name', async () => {
    const found = await load();
    await held;
    return found;
  });
  await eventually('the first one to have read', () => Promise.resolve(reads === 1 || undefined));
  await rename('behind');
  expect(await read()).toBe('behind');
  release();
  expect(await begun).toBe('before');
  expect(await read()).toBe('behind');
});

it('a connection that was ended makes every question one to the database, until another listens', async () => {
  await rename('held');
  await read();
  await sql`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'verifa-changes' AND datname = current_database()`.execute(db);
  await rename('while nobody listens');
  expect(await read()).toBe('while nobody listens');
  await eventually('another who listens', async () => (await changes.areKnown()) || undefined);
  await rename('heard again');
  expect(await read()).toBe('heard again');
  reads = 0;
  await read();
  expect(reads).toBe(0);
});

it('a connection on which nothing comes any more, unnoticed, is never trusted', async () => {
  await rename('held');
  expect(await read()).toBe('held');
  wire.stall();
  await rename('unheard');
  expect(await read()).toBe('unheard');
  expect(await changes.areKnown()).toBe(false);
  // Given up by now; a new one cannot be had.
  await after(500);
  await rename('unheard still');
  expect(await read()).toBe('unheard still');
  wire.goOn();
  await eventually('another who listens', async () => (await changes.areKnown()) || undefined);
  await rename('heard again');
  expect(await read()).toBe('heard again');
});

it('of what is not there nothing is kept', async () => {
  const none = () => {
    reads += 1;
    return Promise.resolve(undefined);
  };
  expect(await names.read('nobody', none)).toBeUndefined();
  expect(await names.read('nobody', none)).toBeUndefined();
  expect(reads).toBe(2);
});

it('copies end by themselves, and the oldest give way', async () => {
  const few = createCopies<string>(changes, { most: 2, keptMs: 60_000 });
  for (const key of ['a', 'b', 'c', 'b', 'c', 'a']) await few.read(key, load);
  expect(reads).toBe(4);
  const brief = createCopies<string>(changes, { keptMs: 0 });
  reads = 0;
  for (const key of ['a', 'a']) await brief.read(key, load);
  expect(reads).toBe(2);
});

it('every table that is copied announces its changes, and only those that change something', async () => {
  const heard: (string | null)[] = [];
  changes.add({ onChange: (organizationId) => heard.push(organizationId) });
  const { organizationId } = await load();
  const told = async (statement: ReturnType<typeof sql>): Promise<readonly (string | null)[]> => {
    heard.length = 0;
    await statement.execute(db);
    expect(await changes.areKnown()).toBe(true);
    return [...new Set(heard)];
  };
  const own = [organizationId];
  expect(await told(sql`UPDATE api_keys SET scopes = '{}'`)).toEqual(own);
  expect(await told(sql`UPDATE api_keys SET last_used_at = now()`)).toEqual([]);
  expect(await told(sql`UPDATE workflows SET active = active`)).toEqual(own);
  expect(await told(sql`UPDATE organizations SET name = 'x'`)).toEqual(own);
  const settings = sql`
    INSERT INTO environment_settings (organization_id, environment, settings)
    VALUES (${organizationId}, 'live', '{}')
    ON CONFLICT (organization_id, environment) DO UPDATE SET settings = '{}'`;
  expect(await told(settings)).toEqual(own);
  expect(await told(settings)).toEqual(own);
  expect(await told(sql`DELETE FROM environment_settings`)).toEqual(own);
  expect(await told(sql`UPDATE workflow_versions SET version = version`)).toEqual([null]);
  expect(await told(sql`NOTIFY ${sql.id(changesChannel)}`)).toEqual([null]);
});

interface Wire {
  readonly url: string;
  /** From now on nothing comes through, and no connection ends. */
  stall(): void;
  goOn(): void;
  close(): Promise<void>;
}

/** A way to Postgres that can go dead without anybody being told. */
async function openWire(url: string): Promise<Wire> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isStalled = false;
  const server: Server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => {
        if (!isStalled) to.write(chunk);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        if (!isStalled) to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const own = new URL(url);
  [own.hostname, own.port] = ['127.0.0.1', String(address.port)];
  return {
    url: own.href,
    stall: () => void (isStalled = true),
    goOn() {
      // What was swallowed is lost: those connections are of no use any more.
      if (isStalled) for (const socket of sockets) socket.destroy();
      isStalled = false;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
