import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';

export interface ReceivedEvent {
  readonly key: string;
  readonly sessionId: string;
  readonly sequence: number;
  readonly atMs: number;
}

/** A receiver that has bad days: errors, silence, cut connections, and whole deaths. */
export interface UnreliableReceiver {
  readonly url: string;
  /** What it said 200 to, repeats included. */
  readonly accepted: readonly ReceivedEvent[];
  /** Tries by `webhook-id`, whatever came of them. */
  readonly tries: ReadonlyMap<string, number>;
  die(): Promise<void>;
  live(): Promise<void>;
}

export interface Badness {
  /** Shares of the tries; the rest is answered 200. */
  readonly errors: number;
  readonly busy: number;
  readonly cut: number;
  readonly silent: number;
}

const bodySchema = z.object({
  idempotency_key: z.string(),
  session_id: z.string(),
  sequence: z.number().int(),
});
/** Then it hangs up: long past every honest answer, short of the deliverer's own 30 s. */
const silentMs = 3_000;

export async function startUnreliableReceiver(
  random: () => number,
  badness: Badness,
): Promise<UnreliableReceiver> {
  const accepted: ReceivedEvent[] = [];
  const tries = new Map<string, number>();
  let server: Server | undefined;
  let port = 0;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = bodySchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      const key = body.idempotency_key;
      tries.set(key, (tries.get(key) ?? 0) + 1);
      const fate = random();
      const { errors, busy, cut, silent } = badness;
      if (fate < errors) response.writeHead(500).end('no');
      else if (fate < errors + busy) response.writeHead(429, { 'Retry-After': '1' }).end();
      else if (fate < errors + busy + cut) request.socket.destroy();
      else if (fate < errors + busy + cut + silent) {
        setTimeout(() => request.socket.destroy(), silentMs);
      } else {
        const { session_id: sessionId, sequence } = body;
        accepted.push({ key, sessionId, sequence, atMs: Date.now() });
        response.writeHead(200).end('ok');
      }
    });
  }

  async function live(): Promise<void> {
    const begun = createServer(answer);
    await new Promise<void>((resolve) => begun.listen(port, '127.0.0.1', resolve));
    const address = begun.address();
    if (address !== null && typeof address !== 'string') port = address.port;
    server = begun;
  }

  await live();
  return {
    url: `http://127.0.0.1:${String(port)}/hook`,
    accepted,
    tries,
    live,
    async die() {
      const dying = server;
      server = undefined;
      if (dying === undefined) return;
      dying.closeAllConnections();
      await new Promise((resolve) => dying.close(resolve));
    },
  };
}
