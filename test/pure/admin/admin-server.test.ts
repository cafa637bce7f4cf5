import { startAdminServer, type AdminServer } from '../../../shared/admin/admin-server';

describe('the admin port', () => {
  let server: AdminServer;
  const url = (path: string): string => `http://127.0.0.1:${String(server.port)}${path}`;
  beforeAll(async () => {
    server = await startAdminServer(
      {
        '/up': () => ({ status: 503, body: { json: { status: 'down' } } }),
        '/text': () => ({ status: 200, body: { type: 'text/plain', text: 'a 1\n' } }),
        '/broken': () => Promise.reject(new Error('LISELOTTE')),
      },
      { host: '127.0.0.1', port: 0 },
    );
  });
  afterAll(() => server.close());

  test('answers pages as they are, by GET and HEAD alone, and no browser keeps them', async () => {
    const up = await fetch(url('/up'));
    expect([up.status, await up.json(), up.headers.get('cache-control')]).toEqual([
      503,
      { status: 'down' },
      'no-store',
    ]);
    const text = await fetch(url('/text?asked=twice'));
    expect([await text.text(), text.headers.get('content-type')]).toEqual(['a 1\n', 'text/plain']);
    expect((await fetch(url('/text'), { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(url('/text'), { method: 'POST' })).status).toBe(405);
  });

  test.each(['/', '/constructor', '/up/', '//up', '/__proto__'])('%s is no page', async (path) => {
    expect((await fetch(url(path))).status).toBe(404);
  });

  test('tells nothing of what broke a page', async () => {
    const broken = await fetch(url('/broken'));
    expect([broken.status, await broken.text()]).toEqual([500, '{"status":"failed"}']);
  });

  test('a port that is taken is a setting to change, and says which', async () => {
    await expect(
      startAdminServer({}, { host: '127.0.0.1', port: server.port }),
    ).rejects.toMatchObject({
      code: 'config_invalid',
      detail: `ADMIN_PORT: port ${String(server.port)} is in use.`,
    });
  });
});
