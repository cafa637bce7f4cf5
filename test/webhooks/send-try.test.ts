import { createServer } from 'node:net';
import { sendTry, type SendOptions } from '../../activities/webhooks/send-try';
import { startScriptedReceiver, type Scripted, type ScriptedReceiver } from './scripted-receiver';

const open: ScriptedReceiver[] = [];

async function receiver(...script: [Scripted, ...Scripted[]]): Promise<ScriptedReceiver> {
  const started = await startScriptedReceiver(script);
  open.push(started);
  return started;
}

function options(url: string, changes: Partial<SendOptions> = {}): SendOptions {
  return {
    url,
    headers: { 'Content-Type': 'application/json' },
    body: '{"event":"session.approved"}',
    rules: { allowPrivate: true },
    timeoutMs: 5_000,
    ...changes,
  };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

describe('one try', () => {
  test.each([200, 201, 202, 204])('succeeds on %i', async (status) => {
    const { url } = await receiver({ status });
    expect(await sendTry(options(url))).toMatchObject({ statusCode: status, errorCode: null });
  });

  test.each([400, 401, 404, 410, 429, 500, 503])('fails on %i', async (status) => {
    const { url } = await receiver({ status });
    expect(await sendTry(options(url))).toMatchObject({
      statusCode: status,
      errorCode: 'status_not_2xx',
    });
  });

  test.each([301, 302, 303, 307, 308])('follows no redirect (%i)', async (status) => {
    const elsewhere = await receiver({ status: 200 });
    const { url } = await receiver({ status, headers: { Location: elsewhere.url } });
    expect(await sendTry(options(url))).toMatchObject({ errorCode: 'redirect_refused' });
    expect(elsewhere.received).toHaveLength(0);
  });

  test('fails when the receiver takes too long to answer', async () => {
    const { url } = await receiver('hold');
    const result = await sendTry(options(url, { timeoutMs: 200 }));
    expect(result).toMatchObject({ statusCode: null, errorCode: 'timeout' });
    expect(result.durationMs).toBeGreaterThanOrEqual(190);
  });

  test('counts the look-up of the name into its time', async () => {
    const never = (): Promise<string[]> => new Promise(() => undefined);
    const result = await sendTry(
      options('http://example.com/', { timeoutMs: 100, resolve: never }),
    );
    expect(result).toMatchObject({ errorCode: 'timeout' });
  });

  test('keeps the first kilobyte of the answer, without half a character or NUL', async () => {
    const { url } = await receiver({ status: 500, body: `\0${'é'.repeat(5_000)}` });
    const { answer } = await sendTry(options(url));
    expect(answer).toBe('é'.repeat(511));
  });

  test('reads no more than 64 KB of an endless answer', async () => {
    const endless = await receiver('endless');
    const result = await sendTry(options(endless.url));
    expect(result).toMatchObject({ statusCode: 200, errorCode: null });
    expect(result.answer).toHaveLength(1024);
    expect(endless.bytesSent()).toBeLessThan(20_000_000);
  });

  test('tells a refused connection from a broken one', async () => {
    const broken = await receiver('hang_up');
    expect(await sendTry(options(broken.url))).toMatchObject({ errorCode: 'connection_failed' });
    const gone = await startScriptedReceiver([{ status: 200 }]);
    await gone.close();
    expect(await sendTry(options(gone.url))).toMatchObject({ errorCode: 'connection_refused' });
  });

  test('does not take plain http for TLS', async () => {
    const { url } = await receiver({ status: 200 });
    const result = await sendTry(options(url.replace('http:', 'https:')));
    expect(result).toMatchObject({ statusCode: null, errorCode: 'tls_failed' });
  });

  test('reads Retry-After of a refusal', async () => {
    const { url } = await receiver({ status: 503, headers: { 'Retry-After': '120' } });
    expect(await sendTry(options(url))).toMatchObject({ retryAfterMs: 120_000 });
  });
});

describe('rebinding', () => {
  test('the connection goes to the address that was checked, whatever the name says next', async () => {
    const inside = await receiver({ status: 200 });
    let asked = 0;
    // Public at first, loopback ever after: a second look-up would be fooled.
    const rebinding = (): Promise<string[]> => {
      asked += 1;
      return Promise.resolve(asked === 1 ? ['192.0.2.77'] : ['127.0.0.1']);
    };
    await sendTry(
      options(`http://rebind.example.com:${String(inside.port)}/hook`, {
        resolve: rebinding,
        timeoutMs: 500,
      }),
    );
    expect(asked).toBe(1);
    expect(inside.received).toHaveLength(0);
  });

  test('the checked address is really used: the name itself is never resolved again', async () => {
    const { url, port, received } = await receiver({ status: 200 });
    expect(url).toContain('127.0.0.1');
    const result = await sendTry(
      options(`http://no-such-name.invalid:${String(port)}/hook`, {
        resolve: () => Promise.resolve(['127.0.0.1']),
      }),
    );
    expect(result.errorCode).toBeNull();
    expect(received[0]?.headers.host).toBe(`no-such-name.invalid:${String(port)}`);
  });

  test('TLS asks for the name, though the connection goes to the address', async () => {
    const hellos: Buffer[] = [];
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (hello) => {
        hellos.push(hello);
        socket.destroy();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = address === null || typeof address === 'string' ? 0 : address.port;
    await sendTry(
      options(`https://receiver.example.com:${String(port)}/`, {
        resolve: () => Promise.resolve(['127.0.0.1']),
      }),
    );
    await new Promise((resolve) => server.close(resolve));
    // The server name stands in the clear in a ClientHello.
    expect(hellos[0]?.includes('receiver.example.com')).toBe(true);
  });

  test('a name that turns private between two tries is refused at the second', async () => {
    const inside = await receiver({ status: 200 });
    const result = await sendTry(
      options(`https://rebind.example.com:${String(inside.port)}/hook`, {
        rules: { allowPrivate: false },
        resolve: () => Promise.resolve(['127.0.0.1']),
      }),
    );
    expect(result).toMatchObject({ statusCode: null, errorCode: 'address_not_public' });
    expect(inside.received).toHaveLength(0);
  });
});
