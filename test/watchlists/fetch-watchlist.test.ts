import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import {
  fetchWatchlist,
  type FetchWatchlistOptions,
} from '../../activities/watchlists/fetch-watchlist';
import { hashOf } from '../../activities/watchlists/watchlist-file';
import { fixture, fixturePath } from './fixture';

async function served(
  listener: RequestListener,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('no address');
  try {
    await use(`http://127.0.0.1:${String(at.port)}/list.xml`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** What is at a place, and where it was kept in the meantime. */
async function fetched(location: string, given: FetchWatchlistOptions) {
  return fetchWatchlist(location, given, async ({ path, sha256 }) => ({
    path,
    sha256,
    bytes: await readFile(path),
  }));
}

const options = () => ({ signal: new AbortController().signal, heartbeat: () => undefined });

test('a file is hashed whole, from a URL or a path, and each piece is a sign of life', async () => {
  const file = await fixture('eu');
  let beats = 0;
  const given = { ...options(), heartbeat: (): void => void (beats += 1) };
  const expected = { sha256: hashOf(file), bytes: file };
  expect(await fetched(fixturePath('eu'), given)).toEqual({ path: fixturePath('eu'), ...expected });
  await served(
    (_request, response) => response.end(file),
    async (url) => {
      const { path, ...what } = await fetched(url, given);
      expect(what).toEqual(expected);
      // What was downloaded is gone once it was used.
      expect(existsSync(path)).toBe(false);
    },
  );
  expect(existsSync(fixturePath('eu'))).toBe(true);
  expect(beats).toBeGreaterThanOrEqual(2);
});

test.each([
  ['is not there', '/nowhere/list.xml'],
  ['is on a server that is off', 'http://127.0.0.1:9/list.xml'],
])('what %s may be there later', async (_name, location) => {
  await expect(fetched(location, options())).rejects.toMatchObject({
    code: 'watchlist_unavailable',
    retryable: true,
  });
});

test('an answer that is no success, or breaks off, is no file', async () => {
  const unavailable = { code: 'watchlist_unavailable' };
  await served(
    (_request, response) => response.writeHead(503).end('later'),
    (url) => expect(fetched(url, options())).rejects.toMatchObject(unavailable),
  );
  await served(
    (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('<a>', () => response.destroy());
    },
    (url) => expect(fetched(url, options())).rejects.toMatchObject(unavailable),
  );
});

test('a server that never ends is given up', async () => {
  await served(
    (_request, response) => response.write('<a>'),
    (url) =>
      expect(fetched(url, { ...options(), timeoutMs: 200 })).rejects.toMatchObject({
        code: 'watchlist_unavailable',
      }),
  );
});

test('what is larger than any list is no list, and is not read to its end', async () => {
  await expect(fetched(fixturePath('eu'), { ...options(), maxBytes: 1_000 })).rejects.toMatchObject(
    { code: 'watchlist_invalid' },
  );
});
