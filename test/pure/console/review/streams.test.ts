import { createStreams, type News } from '../../../../services/console/review/api/streams';
import { handClock } from './hand-clock';

const route = 'GET /api/v1/cases/stream';

/** Streams over connections that the test writes to by hand. */
function stage() {
  const { timer, windTo } = handClock();
  const connections: {
    readonly tell: (text: string) => void;
    readonly end: () => void;
    readonly signal: AbortSignal | undefined;
  }[] = [];
  const streams = createStreams((_route, options) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const encoder = new TextEncoder();
        connections.push({
          tell: (text) => controller.enqueue(encoder.encode(`data: ${text}\n\n`)),
          end: () => controller.close(),
          signal: options?.signal,
        });
      },
    });
    return Promise.resolve(new Response(body));
  }, timer);
  const follow = () => {
    const news: News[] = [];
    const standings: string[] = [];
    const unfollow = streams.follow(route, {
      onNews: (one) => news.push(one),
      onStanding: (one) => standings.push(one),
    });
    return { news, standings, unfollow };
  };
  return { connections, follow, windTo, renew: () => streams.renew() };
}

/** All that is under way without a timer has been done. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

it('is one connection for all who follow it, and for the screen that comes after them', async () => {
  const { connections, follow, windTo } = stage();
  const [queue, frame] = [follow(), follow()];
  await settled();
  connections[0]?.tell('{"kind":"held","id":"case_1"}');
  await settled();
  expect(queue.news).toEqual([{ kind: 'held', id: 'case_1' }]);
  expect(frame.news).toEqual(queue.news);

  queue.unfollow();
  frame.unfollow();
  windTo(4_000);
  const opened = follow();
  windTo(60_000);
  expect(connections).toHaveLength(1);
  expect(connections[0]?.signal?.aborted).toBe(false);
  // It was heard all the while: nothing has to be asked again.
  expect(opened).toMatchObject({ news: [], standings: ['live'] });
});

it('has read anew what was told while nobody followed', async () => {
  const { connections, follow } = stage();
  const queue = follow();
  await settled();
  queue.unfollow();
  connections[0]?.tell('{"kind":"closed","id":"case_1"}');
  await settled();
  expect(follow().news).toEqual([{ kind: 'listening' }]);
  expect(follow().news).toEqual([]);
});

it('ends when nobody has followed for a while', async () => {
  const { connections, follow, windTo } = stage();
  const queue = follow();
  await settled();
  queue.unfollow();
  windTo(5_000);
  expect(connections[0]?.signal?.aborted).toBe(true);
  follow();
  await settled();
  expect(connections).toHaveLength(2);
});

it('is asked for again when it breaks, and is not called live meanwhile', async () => {
  const { connections, follow, windTo } = stage();
  const { standings } = follow();
  await settled();
  connections[0]?.end();
  await settled();
  expect(standings).toEqual(['polling', 'live', 'polling']);
  windTo(3_000);
  await settled();
  expect(connections).toHaveLength(2);
  expect(standings.at(-1)).toBe('live');
});

it('hears nothing of the connection before once another environment is asked for', async () => {
  const { connections, follow, renew, windTo } = stage();
  const { news, standings, unfollow } = follow();
  await settled();
  renew();
  await settled();
  expect(connections[0]?.signal?.aborted).toBe(true);
  connections[0]?.tell('{"kind":"held","id":"case_1"}');
  connections[1]?.tell('{"kind":"listening"}');
  await settled();
  expect(standings).toEqual(['polling', 'live', 'polling', 'live']);
  expect(news).toEqual([{ kind: 'listening' }]);
  unfollow();
  windTo(5_000);
  expect(connections[1]?.signal?.aborted).toBe(true);
});

it('is not asked for again when it breaks while nobody follows', async () => {
  const { connections, follow, windTo } = stage();
  follow().unfollow();
  await settled();
  connections[0]?.end();
  await settled();
  windTo(60_000);
  await settled();
  expect(connections).toHaveLength(1);
});

it.each(['no JSON', '{"id":7}', '[]'])(
  'takes %s, which it cannot read, for anything',
  async (text) => {
    const { connections, follow } = stage();
    const { news } = follow();
    await settled();
    connections[0]?.tell(text);
    await settled();
    expect(news).toEqual([{ kind: 'listening' }]);
  },
);
