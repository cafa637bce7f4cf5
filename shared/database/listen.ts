import { Client } from 'pg';

const reconnectMs = 2_000;

export interface ChannelListener {
  onNotice(payload: string): void;
  /** It listens, for the first time or again: notices may have been missed. */
  onListening(): void;
  /** From here on nothing is heard, until it listens again. */
  onLost?(): void;
}

export interface Listening {
  isListening(): boolean;
  close(): Promise<void>;
}

/**
 * Listens on a connection of its own (a pooled one would lose its LISTEN), and comes back when it breaks. What
 * was announced meanwhile is lost.
 *
 * @param channel a name of ours, which goes into the statement as it is
 */
export function listen(databaseUrl: string, channel: string, listener: ChannelListener): Listening {
  let client: Client | null = null;
  let listening: Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;

  async function connect(): Promise<void> {
    const fresh = new Client({ connectionString: databaseUrl, keepAlive: true });
    client = fresh;
    fresh.on('notification', ({ payload = '' }) => listener.onNotice(payload));
    // Emitted for a connection that breaks while idle; unheard, it would end the process.
    fresh.on('error', () => lose(fresh));
    fresh.on('end', () => lose(fresh));
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${channel}`);
      listener.onListening();
      listening = fresh;
    } catch {
      lose(fresh);
    }
  }

  function lose(broken: Client): void {
    if (client !== broken || isClosed) return;
    client = null;
    listening = null;
    listener.onLost?.();
    broken.end().catch(() => undefined);
    timer = setTimeout(() => void connect(), reconnectMs);
  }

  const connecting = connect();
  return {
    isListening: () => listening !== null,
    async close() {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      listening = null;
      await connecting;
      await client?.end().catch(() => undefined);
    },
  };
}
