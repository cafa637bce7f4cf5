import { Client } from 'pg';
import { outboxChannel } from '../../shared/outbox/notice';

const reconnectMs = 2_000;

export interface OutboxListener {
  stop(): Promise<void>;
}

/**
 * Listens on a connection of its own (a pooled one would lose its LISTEN), and comes back when it
 * breaks. A notification lost meanwhile costs only latency: the dispatcher polls as well.
 */
export function listenToOutbox(
  databaseUrl: string,
  onNotice: (text: string) => void,
  /** It listens, again: notices may have been missed. */
  onListening: () => void,
): OutboxListener {
  let stopped = false;
  let client: Client | null = null;
  let timer: NodeJS.Timeout | null = null;

  async function connect(): Promise<void> {
    const fresh = new Client({ connectionString: databaseUrl, keepAlive: true });
    client = fresh;
    fresh.on('notification', ({ payload }) => {
      onNotice(payload ?? '');
    });
    // Emitted for a connection that breaks while idle; unheard, it would end the process.
    fresh.on('error', () => {
      again(fresh);
    });
    fresh.on('end', () => {
      again(fresh);
    });
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${outboxChannel}`);
      onListening();
    } catch {
      again(fresh);
    }
  }

  function again(broken: Client): void {
    if (stopped || client !== broken) return;
    client = null;
    broken.end().catch(() => undefined);
    timer = setTimeout(() => void connect(), reconnectMs);
  }

  const connecting = connect();
  return {
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await connecting;
      await client?.end().catch(() => undefined);
    },
  };
}
