import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { readBuiltPages, type BuiltPages } from '../../../services/api/pages/built-pages';
import { startApi, type RunningApi } from '../running-api';
import { stackAddresses } from '../../stack/addresses';

let api: RunningApi;
let pages: BuiltPages;
beforeAll(async () => {
  const built = await readBuiltPages(stackAddresses().VERIFA_TEST_PAGES);
  if (built === null) throw new Error('nothing was built');
  pages = built;
  api = await startApi();
});
afterAll(() => api.stop());

interface Sent {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** As it comes over the wire: `fetch` would unpack it. */
function raw(path: string, encodings?: string, method = 'GET'): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const headers = encodings === undefined ? {} : { 'Accept-Encoding': encodings };
    ask(`${api.url}${path}`, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status, headers: given } = response;
        resolve({ status, headers: given, bytes: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

const unpack = { br: brotliDecompressSync, gzip: gunzipSync } as const;

it('every file that was built is there, typed, packed as it is asked for, for ever', async () => {
  expect(pages.assets.size).toBeGreaterThan(3);
  for (const [name, { type, plain }] of pages.assets) {
    for (const encoding of ['br', 'gzip'] as const) {
      const { status, headers, bytes } = await raw(`/assets/${name}`, encoding);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': type,
        'content-encoding': encoding,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
        'x-content-type-options': 'nosniff',
      });
      expect(unpack[encoding](bytes).equals(plain)).toBe(true);
    }
  }
});

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['*', 'br'],
  ['identity', undefined],
  ['br;q=0, gzip;q=0', undefined],
  [undefined, undefined],
])('Accept-Encoding: %s is answered in %s', async (asked, encoding) => {
  const { headers, bytes } = await raw(`/assets/${pages.capture.script}`, asked);
  expect(headers['content-encoding']).toBe(encoding);
  const plain = pages.assets.get(pages.capture.script)?.plain;
  if (encoding === undefined) expect(plain?.equals(bytes)).toBe(true);
  else expect(bytes.length).toBeLessThan(plain?.length ?? 0);
});

it('a script may load our own only, also where it runs as a Worker', async () => {
  const { headers } = await raw(`/assets/${pages.capture.script}`);
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'",
  );
});

it('HEAD answers as GET does, without the bytes', async () => {
  const head = await raw(`/assets/${pages.capture.script}`, 'br', 'HEAD');
  const get = await raw(`/assets/${pages.capture.script}`, 'br');
  expect([head.status, head.bytes.length]).toEqual([200, 0]);
  expect(head.headers['content-length']).toBe(String(get.bytes.length));
});

it.each([
  'none.js',
  'manifest.json',
  'LICENSES.txt',
  '..%2Fmanifest.json',
  '%2e%2e%2f%2e%2e%2fpackage.json',
  '__proto__',
  'constructor',
  '%00',
])('404 for %s, which is none of their names', async (name) => {
  expect((await raw(`/assets/${name}`)).status).toBe(404);
});

it('404 for the packed form of a file under a name of its own', async () => {
  expect((await raw(`/assets/${pages.capture.script}.br`)).status).toBe(404);
});
