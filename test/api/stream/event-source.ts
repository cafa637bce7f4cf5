import { get, type IncomingMessage } from 'node:http';
import { z } from 'zod';

export interface ToldStatus {
  readonly id: string;
  readonly data: unknown;
}

/** A reader of `text/event-stream`, as far as a browser's goes: `id` and `data`, comments apart. */
export interface EventSource {
  readonly response: IncomingMessage;
  readonly events: readonly ToldStatus[];
  /** Everything that came, as it came. */
  raw(): string;
  /** Resolves with the events when the server has ended the stream. */
  readonly ended: Promise<readonly ToldStatus[]>;
  close(): void;
}

export async function openEventSource(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<EventSource> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers, agent: false }, resolve).on('error', reject);
  });
  const events: ToldStatus[] = [];
  let raw = '';
  let rest = '';
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    raw += chunk;
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    events.push(...blocks.flatMap(eventOf));
  });
  const ended = new Promise<readonly ToldStatus[]>((resolve) => {
    response.on('close', () => {
      resolve(events);
    });
  });
  response.on('error', () => undefined);
  return {
    response,
    events,
    raw: () => raw,
    ended,
    close: () => response.destroy(),
  };
}

function eventOf(block: string): ToldStatus[] {
  const [, id, data] = /^id: (.*)\ndata: (.*)$/.exec(block) ?? [];
  if (id === undefined || data === undefined) return [];
  return [{ id, data: z.unknown().parse(JSON.parse(data)) }];
}
