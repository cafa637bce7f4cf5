import { Client } from 'pg';
import { isId, type SessionId } from '../../../../shared/domain/ids';

/** Where a trigger names the session of each face that is deleted (migration `erased-faces`). */
const channel = 'verifa_erased_faces';
const reconnectMs = 2_000;

interface ErasedFacesListener {
  onErased(sessionId: SessionId): void;
  /** From here on nobody tells what is erased, or nobody has told for a while. */
  onLost(): void;
}

export interface ErasedFaces {
  isFollowing(): boolean;
  close(): Promise<void>;
}

/** Listens on a connection of its own, and comes back when it breaks. */
export function followErasedFaces(databaseUrl: string, listener: ErasedFacesListener): ErasedFaces {
  let client: Client | null = null;
  let following: Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;

  async function connect(): Promise<void> {
    const fresh = new Client({ connectionString: databaseUrl, keepAlive: true });
    client = fresh;
    fresh.on('notification', ({ payload = '' }) => {
      if (isId('session', payload)) listener.onErased(payload);
    });
    // Emitted for a connection that breaks while idle; unheard, it would end the process.
    fresh.on('error', () => lose(fresh));
    fresh.on('end', () => lose(fresh));
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${channel}`);
      listener.onLost();
      following = fresh;
    } catch {
      lose(fresh);
    }
  }

  function lose(broken: Client): void {
    if (client !== broken || isClosed) return;
    client = null;
    following = null;
    listener.onLost();
    broken.end().catch(() => undefined);
    timer = setTimeout(() => void connect(), reconnectMs);
  }

  const connecting = connect();
  return {
    isFollowing: () => following !== null,
    async close() {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      following = null;
      await connecting;
      await client?.end().catch(() => undefined);
    },
  };
}
