import type { ServerResponse } from 'node:http';

/** Under the minute after which proxies commonly drop a silent connection. */
export const heartbeatMs = 15_000;
const reconnectMs = 2_000;
/** A reader that takes nothing for so long is cut off: its kernel buffers are full besides. */
const maxUnreadBytes = 64 * 1024;

export interface EventStream {
  /** One event; a browser hands the last `id` back when it reconnects. */
  send(id: number, data: unknown): void;
  end(): void;
}

export interface StreamLife {
  readonly heartbeatMs: number;
  /** How long it may last at all. */
  readonly lifeMs: number;
  /** The process stops: so do its streams, that it need not wait for them. */
  readonly stopping: AbortSignal;
  /** Exactly once, whoever ended it. */
  readonly onEnd: () => void;
}

/** Answers `text/event-stream` and holds the connection until one side ends it. */
export function openEventStream(
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  life: StreamLife,
): EventStream {
  response.writeHead(200, {
    ...headers,
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // Proxies that gather an answer before they pass it on (nginx) leave this one alone.
    'X-Accel-Buffering': 'no',
  });
  const write = (text: string): void => {
    if (response.writableEnded) return;
    response.write(text);
    if (response.writableLength > maxUnreadBytes) response.destroy();
  };
  const end = (): void => {
    response.end();
  };
  write(`retry: ${String(reconnectMs)}\n\n`);
  const heartbeat = setInterval(() => {
    write(': still here\n\n');
  }, life.heartbeatMs);
  const lifetime = setTimeout(end, life.lifeMs);
  life.stopping.addEventListener('abort', end);
  response.once('close', () => {
    clearInterval(heartbeat);
    clearTimeout(lifetime);
    life.stopping.removeEventListener('abort', end);
    life.onEnd();
  });
  if (life.stopping.aborted) end();
  return {
    send(id, data) {
      write(`id: ${String(id)}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    end,
  };
}
