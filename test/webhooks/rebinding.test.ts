import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { sendTry, type SendOptions } from '../../activities/webhooks/send-try';
import { startFickleNameServer, type FickleNameServer } from './fickle-name-server';

const opened: { close(): unknown }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

async function names(...answers: string[]): Promise<FickleNameServer> {
  const server = await startFickleNameServer(answers);
  opened.push(server);
  return server;
}

/** Counts who comes; answers like a receiver. */
async function listener(
  address: string,
  port = 0,
): Promise<{ port: number; visits: () => number }> {
  let visits = 0;
  const server: Server = createServer((socket: Socket) => {
    visits += 1;
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });
  server.listen(port, address);
  await once(server, 'listening');
  opened.push(server);
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return { port: bound.port, visits: () => visits };
}

function options(url: string, server: FickleNameServer, allowPrivate: boolean): SendOptions {
  return {
    url,
    headers: {},
    body: '{}',
    rules: { allowPrivate },
    resolve: server.resolve,
    timeoutMs: 700,
  };
}

it('public at the check, private behind it: nobody at the private address hears of it', async () => {
  const inside = await listener('127.0.0.1');
  const server = await names('93.184.215.14', '127.0.0.1');
  const url = `https://rebind.example.com:${String(inside.port)}/`;
  const result = await sendTry(options(url, server, false));
  expect(result.errorCode).not.toBeNull();
  expect(inside.visits()).toBe(0);
  // Asked once for the try: what is connected to is what was checked.
  expect(server.asked()).toBe(1);
});

it('connects to the address that was checked, not to the one that is given next', async () => {
  const checked = await listener('127.0.0.2');
  const next = await listener('127.0.0.3', checked.port);
  const server = await names('127.0.0.2', '127.0.0.3');
  const url = `http://rebind.example.com:${String(checked.port)}/`;
  expect(await sendTry(options(url, server, true))).toMatchObject({ errorCode: null });
  expect([checked.visits(), next.visits()]).toEqual([1, 0]);
});

it('asks anew at each try, and so refuses what has become private', async () => {
  const inside = await listener('127.0.0.1');
  const server = await names('93.184.215.14', '127.0.0.1');
  const url = `https://rebind.example.com:${String(inside.port)}/`;
  await sendTry(options(url, server, false));
  expect(await sendTry(options(url, server, false))).toMatchObject({
    errorCode: 'address_not_public',
  });
  expect(inside.visits()).toBe(0);
});

it.each([['127.0.0.1'], ['10.0.0.8'], ['169.254.169.254'], ['100.64.0.1'], ['0.0.0.0']])(
  'private at the check (%s): refused before anything is connected, whatever would come next',
  async (address) => {
    const server = await names(address, '93.184.215.14');
    expect(await sendTry(options('https://rebind.example.com/', server, false))).toMatchObject({
      errorCode: 'address_not_public',
    });
    expect(server.asked()).toBe(1);
  },
);
