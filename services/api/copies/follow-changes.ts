import { Client, type Connection, type Submittable } from 'pg';

/** Where the database's triggers say whose rows were changed (migration `announced-changes`). */
export const changesChannel = 'verifa_changes';

export interface ChangesOptions {
  readonly databaseUrl: string;
  /** A database that has not answered by then is not waited for. Default 250 ms. */
  readonly patienceMs?: number;
  /** A connection that has not answered by then is given up. Default 3 s. */
  readonly giveUpMs?: number;
  /** Between a connection that broke and the next. Default 1 s. */
  readonly reconnectMs?: number;
}

export interface ChangesListener {
  /** Somebody changed rows of this organisation; null: nobody knows whose. */
  onChange(organizationId: string | null): void;
}

/** Announcements of changed rows, as far as this process has them. */
export interface Changes {
  add(listener: ChangesListener): void;
  /**
   * Whether every change that was committed before this call has been told to the listeners. False while
   * the connection is away or slow: what was read earlier may be outdated then.
   */
  areKnown(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Listens on a connection of its own. Postgres sends a session what it has to hear before it says
 * `ReadyForQuery`; so a `Sync`, which runs nothing and is no transaction, tells that all has been heard.
 */
export function followChanges({
  databaseUrl,
  patienceMs = 250,
  giveUpMs = 3_000,
  reconnectMs = 1_000,
}: ChangesOptions): Changes {
  const listeners: ChangesListener[] = [];
  let following: Client | null = null;
  let underWay: Promise<boolean> | null = null;
  let next: Promise<boolean> | null = null;
  let isClosed = false;
  let timer: NodeJS.Timeout | null = null;

  const tell = (organizationId: string | null): void => {
    for (const listener of listeners) listener.onChange(organizationId);
  };

  async function connect(): Promise<void> {
    timer = null;
    const fresh = new Client({
      connectionString: databaseUrl,
      application_name: 'verifa-changes',
      keepAlive: true,
      connectionTimeoutMillis: giveUpMs,
      statement_timeout: giveUpMs,
    });
    fresh.on('notification', ({ payload = '' }) => tell(payload === '' ? null : payload));
    // Emitted for a connection that breaks while idle; unheard, it would end the process.
    fresh.on('error', () => lose(fresh));
    fresh.on('end', () => lose(fresh));
    try {
      await fresh.connect();
      if (!(await within(giveUpMs, listens(fresh)))) throw new Error('it hears nothing');
      if (isClosed) {
        await fresh.end();
        return;
      }
      // Nothing was heard until now.
      tell(null);
      following = fresh;
    } catch {
      fresh.end().catch(() => undefined);
      again();
    }
  }

  function lose(broken: Client): void {
    if (following !== broken) return;
    following = null;
    tell(null);
    broken.end().catch(() => undefined);
    again();
  }

  function again(): void {
    if (!isClosed) timer = setTimeout(() => void connect(), reconnectMs);
  }

  async function ask(): Promise<boolean> {
    const asked = following;
    if (asked === null) return false;
    const isHeard = await within(
      giveUpMs,
      synced(asked).then(
        () => true,
        () => false,
      ),
    );
    if (!isHeard) lose(asked);
    return isHeard && following === asked;
  }

  /** Only what is sent after the call says something about what came before it: one is under way, one follows. */
  function askOnce(): Promise<boolean> {
    if (next !== null) return next;
    if (underWay === null) {
      underWay = ask().finally(() => {
        underWay = null;
      });
      return underWay;
    }
    next = underWay.then(() => {
      next = null;
      return askOnce();
    });
    return next;
  }

  const connecting = connect();
  return {
    add: (listener) => void listeners.push(listener),
    areKnown: () => (following === null ? Promise.resolve(false) : within(patienceMs, askOnce())),
    async close() {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      await connecting;
      const last = following;
      following = null;
      if (last === null) return;
      const ended = last.end().then(
        () => true,
        () => true,
      );
      await within(giveUpMs, ended);
    },
  };
}

/** False behind a pooler, where a statement runs in whichever backend is free, and notices are lost. */
async function listens(client: Client): Promise<boolean> {
  await client.query(`LISTEN ${changesChannel}`);
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return 'processID' in client && rows[0]?.pid === client.processID;
}

function synced(client: Client): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new Sync(resolve, reject));
  });
}

/** The barrier of the extended protocol, without a statement before it. */
class Sync implements Submittable {
  constructor(
    readonly handleReadyForQuery: () => void,
    readonly handleError: (cause: Error) => void,
  ) {}

  submit(connection: Connection): void {
    connection.sync();
  }
}

/** What `asked` comes to, or false when that takes longer. */
async function within(limitMs: number, asked: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
