import { createServer } from 'node:net';

/** Below the kernel's ephemeral range (32768 on Linux): no outgoing connection takes one meanwhile. */
const range = { first: 10_000, count: 20_000 } as const;
/** Each process goes through a stretch of its own, so that two at once do not pick the same port. */
const stretch = 32;

let picked = 0;

/** A port that nobody listens on; a server that takes seconds to start still finds it free. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < 1_000; tried += 1) {
    const port = range.first + ((process.pid * stretch + picked) % range.count);
    picked += 1;
    if (await isFree(port)) return port;
  }
  throw new Error('no free port');
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
