import { Agent, request } from 'node:http';

export interface KeepAliveClients {
  /** How often each ending of a request was seen: a status, or the error's code. */
  readonly seen: ReadonlyMap<string, number>;
  /** Resolves when nobody listens any more. */
  readonly gone: Promise<void>;
}

/** Clients that each keep a connection and ask again and again, until the address refuses connections. */
export function startKeepAliveClients(count: number, url: string, key: string): KeepAliveClients {
  const seen = new Map<string, number>();
  const client = async (): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      const ending = await askOnce(agent, url, key);
      // It would go to another process now.
      if (ending === 'ECONNREFUSED') break;
      seen.set(ending, (seen.get(ending) ?? 0) + 1);
    }
    agent.destroy();
  };
  const all = Promise.all(Array.from({ length: count }, client));
  return { seen, gone: all.then(() => undefined) };
}

/** A status, or the code of what went wrong. */
export function askOnce(agent: Agent, url: string, key: string): Promise<string> {
  return new Promise((resolve) => {
    const sent = request(url, { agent, headers: { 'X-API-Key': key } }, (response) => {
      response.resume();
      response.once('end', () => resolve(String(response.statusCode)));
      response.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'broken'));
    });
    sent.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'broken'));
    sent.end();
  });
}
