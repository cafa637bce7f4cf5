import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

/** A new connection's first request may be on its way. */
const quietMs = 1_000;
/** Nobody new for so long: all that wait to be accepted are. */
const settledMs = 100;
const settleWithinMs = 1_000;

/** Follows a server's connections, so that a process can leave without cutting anybody's request. */
export interface Connections {
  /** From now on each answer tells its client that the connection ends with it. */
  beginClosing(): void;
  /**
   * Holds new requests back until nobody new connects: a client without its answer opens no further
   * connection, and what the kernel has accepted for us by then would be reset with the listening.
   */
  settle(): Promise<void>;
  /** Answers what was held back. */
  release(): void;
  /** Closes those on which nothing is asked. Again and again: a client may have been about to ask. */
  closeIdle(): void;
}

/** Serves by `handle`, in the place of a listener of the server's own. */
export function followConnections(server: Server, handle: RequestListener): Connections {
  const idleSince = new Map<Socket, number>();
  const running = new Set<ServerResponse>();
  let isClosing = false;
  let connected = 0;
  let held: (() => void)[] | undefined;

  server.on('connection', (socket: Socket) => {
    connected += 1;
    idleSince.set(socket, Date.now());
    socket.once('close', () => idleSince.delete(socket));
  });
  server.on('request', (request, response) => {
    const { socket } = request;
    idleSince.delete(socket);
    running.add(response);
    if (isClosing) response.shouldKeepAlive = false;
    response.once('close', () => {
      running.delete(response);
      if (!socket.destroyed) idleSince.set(socket, Date.now());
    });
    if (held === undefined) handle(request, response);
    else held.push(() => handle(request, response));
  });

  return {
    beginClosing() {
      isClosing = true;
      for (const response of running) if (!response.headersSent) response.shouldKeepAlive = false;
    },
    async settle() {
      held = [];
      const end = Date.now() + settleWithinMs;
      let before: number;
      do {
        before = connected;
        await after(settledMs);
      } while (connected !== before && Date.now() < end);
    },
    release() {
      const waiting = held ?? [];
      held = undefined;
      for (const answer of waiting) answer();
    },
    closeIdle() {
      const before = Date.now() - quietMs;
      for (const [socket, since] of idleSince) if (since < before) socket.destroySoon();
    },
  };
}
