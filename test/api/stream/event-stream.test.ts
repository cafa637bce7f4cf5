import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { openEventStream } from '../../../services/api/stream/event-stream';
import { eventually } from '../../processes/running-process';
import { openEventSource } from './event-source';

let server: Server;
let ends = 0;
beforeAll(async () => {
  server = createServer((_request, response) => {
    openEventStream(
      response,
      {},
      {
        heartbeatMs: 10,
        lifeMs: 60_000,
        stopping: new AbortController().signal,
        onEnd: () => {
          ends += 1;
        },
      },
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function url(): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${String(address.port)}`;
}

it('beats while nothing happens, by comments that are no events', async () => {
  const source = await openEventSource(url());
  await eventually('three heartbeats', () =>
    Promise.resolve(source.raw().split(': still here').length > 3 ? true : undefined),
  );
  expect(source.events).toEqual([]);
  source.close();
  await eventually('the end', () => Promise.resolve(ends === 1 ? true : undefined));
});
