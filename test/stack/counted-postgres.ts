import { connect, createServer, type Socket } from 'node:net';

/** One statement as it went over the wire, in the order of arrival. */
export interface Statement {
  /** The number of its connection: statements of one are one after the other. */
  readonly connection: number;
  readonly text: string;
}

export interface WireCounts {
  /** Without the setting of the tenant, which costs no way of its own. */
  readonly statements: readonly Statement[];
  /** Transactions that were begun by a statement of their own. */
  readonly transactions: number;
  /** All that ended, a statement outside of any transaction being one of its own. */
  readonly commits: number;
}

export interface CountedPostgres {
  /** The address to connect to in place of the server's own. */
  readonly url: string;
  /** What has gone through since the last call. */
  take(): WireCounts;
  stop(): Promise<void>;
}

/**
 * A wire between a process and its Postgres that reads along: what is counted is what the server was sent
 * (protocol 3.0, PostgreSQL's documentation, "Message Formats"), whatever library or cache it came by.
 */
export async function countPostgres(url: string): Promise<CountedPostgres> {
  const target = new URL(url);
  let counted: Statement[] = [];
  let commits = 0;
  let connections = 0;
  const sockets = new Set<Socket>();
  // Whose rows the next statement may see travels in that statement's own message, and in its transaction.
  const isScope = (text: string): boolean =>
    text.trimStart().startsWith("SELECT set_config('role'");
  const server = createServer((client) => {
    connections += 1;
    const connection = connections;
    const upstream = connect(Number(target.port), target.hostname);
    const statements = statementReader((text) => {
      if (!isScope(text)) counted.push({ connection, text });
    });
    const ends = endReader(() => {
      commits += 1;
    });
    client.on('data', (chunk) => statements(chunk));
    upstream.on('data', (chunk) => ends(chunk));
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const own = new URL(url);
  own.hostname = '127.0.0.1';
  own.port = String(address.port);
  return {
    url: own.href,
    take() {
      const [statements, ended] = [counted, commits];
      [counted, commits] = [[], 0];
      const transactions = statements.filter(({ text }) => /^(begin|start)\b/i.test(text)).length;
      return { statements, transactions, commits: ended };
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Reader = (chunk: Buffer) => void;

/** Whole messages of a stream: a type, a length that counts itself, a body. */
function messageReader(startup: boolean, read: (type: string, body: Buffer) => void): Reader {
  let rest = Buffer.alloc(0);
  let isFirst = startup;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      // The first message of a client has no type.
      const head = isFirst ? 0 : 1;
      if (rest.length < head + 4) return;
      const end = head + rest.readInt32BE(head);
      if (rest.length < end) return;
      if (!isFirst) read(String.fromCharCode(rest[0] ?? 0), rest.subarray(5, end));
      isFirst = false;
      rest = rest.subarray(end);
    }
  };
}

/** Simple queries, and executions of what was parsed before under a name or none. */
function statementReader(found: (text: string) => void): Reader {
  const parsed = new Map<string, string>();
  const bound = new Map<string, string>();
  return messageReader(true, (type, body) => {
    const [first = '', second = ''] = body.toString('utf8').split('\0', 2);
    if (type === 'Q') found(first);
    else if (type === 'P') parsed.set(first, second);
    else if (type === 'B') bound.set(first, parsed.get(second) ?? second);
    else if (type === 'E') found(bound.get(first) ?? first);
  });
}

/** `ReadyForQuery` outside of a transaction: one has ended. The first is the greeting. */
function endReader(ended: () => void): Reader {
  let isGreeted = false;
  return messageReader(false, (type, body) => {
    if (type !== 'Z') return;
    if (isGreeted && body.toString('latin1') === 'I') ended();
    isGreeted = true;
  });
}
