import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { Socket } from 'node:net';

/** Connections on which nothing moves for so long are closed, and their requests fail. */
export function silenceBoundAgent(isSecure: boolean, silentMs: number): http.Agent {
  return isSecure ? new SecureAgent(silentMs) : new PlainAgent(silentMs);
}

class PlainAgent extends http.Agent {
  constructor(private readonly silentMs: number) {
    super({ keepAlive: true });
  }

  override createConnection(...given: Parameters<http.Agent['createConnection']>) {
    return bounded(super.createConnection(...given), this.silentMs);
  }

  override keepSocketAlive(socket: Duplex): void {
    keptAlive(socket, this.silentMs);
    super.keepSocketAlive(socket);
  }
}

class SecureAgent extends https.Agent {
  constructor(private readonly silentMs: number) {
    super({ keepAlive: true });
  }

  override createConnection(...given: Parameters<https.Agent['createConnection']>) {
    return bounded(super.createConnection(...given), this.silentMs);
  }

  override keepSocketAlive(socket: Duplex): void {
    keptAlive(socket, this.silentMs);
    super.keepSocketAlive(socket);
  }
}

function bounded<T extends Duplex | null | undefined>(socket: T, silentMs: number): T {
  if (socket instanceof Socket) {
    socket.setTimeout(silentMs);
    socket.on('timeout', () => socket.destroy(new Error('The object store says nothing.')));
  }
  return socket;
}

/** A download may have had a bound of its own. */
function keptAlive(socket: Duplex, silentMs: number): void {
  if (socket instanceof Socket) socket.setTimeout(silentMs);
}
