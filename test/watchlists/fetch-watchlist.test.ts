import { createServer, type RequestListener } from 'node:http';
import { fetchWatchlist } from '../../activities/watchlists/fetch-watchlist';
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

const options = () => ({ signal: new AbortController().signal, heartbeat: () => undefined });

test('a file is read whole, from a URL or a path, and each piece is a sign of life', async () => {
  const file = await fixture('eu');
  let beats = 0;
  const heartbeat = (): void => void (beats += 1);
  expect(await fetchWatchlist(fixturePath('eu'), { ...options(), heartbeat })).toEqual(file);
  await served(
    (_request, response) => response.end(file),
    async (url) => {
      expect(await fetchWatchlist(url, { ...options(), heartbeat })).toEqual(file);
    },
  );
  expect(beats).toBeGreaterThanOrEqual(2);
});

test.each([
  ['is not there', '/nowhere/list.xml'],
  ['is on a server that is off', 'http://127.0.0.1:9/list.xml'],
])('what %s may be there later', async (_name, location) => {
  await expect(fetchWatchlist(location, options())).rejects.toMatchObject({
    code: 'watchlist_unavailable',
    retryable: true,
  });
});

test('an answer that is no success, or breaks off, is no file', async () => {
  const unavailable = { code: 'watchlist_unavailable' };
  await served(
    (_request, response) => response.writeHead(503).end('later'),
    (url) => expect(fetchWatchlist(url, options())).rejects.toMatchObject(unavailable),
  );
  await served(
    (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('<a>', () => response.destroy());
    },
    (url) => expect(fetchWatchlist(url, options())).rejects.toMatchObject(unavailable),
  );
});

test('a server that never ends is given up', async () => {
  await served(
    (_request, response) => response.write('<a>'),
    (url) =>
      expect(fetchWatchlist(url, { ...options(), timeoutMs: 200 })).rejects.toMatchObject({
        code: 'watchlist_unavailable',
      }),
  );
});

test('what is larger than any list is no list, and is not read to its end', async () => {
  await expect(
    fetchWatchlist(fixturePath('eu'), { ...options(), maxBytes: 1_000 }),
  ).rejects.toMatchObject({ code: 'watchlist_invalid' });
});
