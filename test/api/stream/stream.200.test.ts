import { setSettings } from '../../stack/set-settings';
import { z } from 'zod';
import { eventually } from '../../processes/running-process';
import { text } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';
import { openEventSource, type EventSource } from './event-source';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ worker: true });
});
afterAll(() => api.stop());

interface Streamed {
  readonly id: string;
  readonly token: string;
  readonly path: string;
}

async function streamed(): Promise<Streamed> {
  const id = await api.create({}, api.sandboxKey);
  const given = await api.ask('POST', `/api/v1/sessions/${id}/stream-token`, {
    key: api.sandboxKey,
  });
  expect(given.status).toBe(201);
  const token = text(given.body, 'token');
  expect(text(given.body, 'url')).toBe(`${api.url}/api/v1/sessions/${id}/stream?token=${token}`);
  return { id, token, path: `/api/v1/sessions/${id}/stream?token=${token}` };
}

async function simulate(id: string, action: string): Promise<void> {
  const answer = await api.ask('POST', `/api/v1/sessions/${id}/simulate`, {
    key: api.sandboxKey,
    json: { action },
  });
  expect(answer.status).toBe(200);
}

/** To a reviewer and past one: two changes. */
async function reviewed(id: string): Promise<void> {
  await simulate(id, 'require-review');
  const key = { key: api.sandboxKey };
  const { body } = await api.ask('GET', '/api/v1/cases?status=open', key);
  const cases = z.array(z.object({ id: z.string(), session_id: z.string() })).parse(body['data']);
  const own = cases.find((one) => one.session_id === id);
  const path = `/api/v1/cases/${own?.id ?? ''}/approve`;
  const answer = await api.ask('POST', path, { ...key, json: {} });
  expect(answer.body).toMatchObject({ session_status: 'completed' });
}

async function heard(source: EventSource, count: number): Promise<EventSource['events']> {
  return eventually(`${String(count)} events`, () =>
    Promise.resolve(source.events.length >= count ? source.events : undefined),
  );
}

function statuses(events: EventSource['events']): unknown[] {
  return events.map(({ data }) => z.object({ status: z.string() }).parse(data).status);
}

/** Every status that the timeline tells of, in order: what a stream may never leave out. */
async function timelineStatuses(id: string): Promise<string[]> {
  const answer = await api.ask('GET', `/api/v1/sessions/${id}/events`, { key: api.sandboxKey });
  const entry = z.object({ sequence: z.number().nullable(), to_status: z.string().nullable() });
  return z
    .array(entry)
    .parse(answer.body['data'])
    .flatMap(({ sequence, to_status: to }) => (sequence === null || to === null ? [] : [to]));
}

it('tells the present status, each change, and ends behind the last', async () => {
  const { id, path } = await streamed();
  const source = await openEventSource(`${api.url}${path}`);
  expect(source.response.statusCode).toBe(200);
  expect(source.response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  expect(await heard(source, 1)).toEqual([{ id: '0', data: { status: 'pending', sequence: 0 } }]);
  await reviewed(id);
  const events = await source.ended;
  expect(statuses(events)).toEqual(await timelineStatuses(id));
  expect(statuses(events).at(-1)).toBe('completed');
  expect(events.map(({ id: eventId }) => eventId)).toEqual(events.map((_, index) => String(index)));
});

it('goes on behind Last-Event-ID without a loss', async () => {
  const { id, path } = await streamed();
  await reviewed(id);
  const source = await openEventSource(`${api.url}${path}`, { 'Last-Event-ID': '0' });
  expect(statuses(await source.ended)).toEqual((await timelineStatuses(id)).slice(1));
});

it('204 when all is told: a browser then asks no more', async () => {
  const { id, path } = await streamed();
  await simulate(id, 'approve');
  const first = await openEventSource(`${api.url}${path}`);
  const told = await first.ended;
  expect(statuses(told)).toEqual(['completed']);
  const again = await openEventSource(`${api.url}${path}`, {
    'Last-Event-ID': told.at(-1)?.id ?? '',
  });
  expect(again.response.statusCode).toBe(204);
});

it('says what another API process did, with a token of another process', async () => {
  const { id, path } = await streamed();
  const other = await api.another();
  const source = await openEventSource(`${other}${path}`);
  await heard(source, 1);
  await simulate(id, 'decline');
  expect(statuses(await source.ended).at(-1)).toBe('completed');
});

it('a page of an allowed origin may read it, any other may not', async () => {
  const { path } = await streamed();
  await setSettings(api.db, { allowed_origins: ['https://desk.example'] }, 'sandbox');
  const allowed = async (origin: string): Promise<string | undefined> => {
    const source = await openEventSource(`${api.url}${path}`, { Origin: origin });
    source.close();
    expect(source.response.headers.vary).toBe('Origin');
    return source.response.headers['access-control-allow-origin'];
  };
  expect(await allowed('https://desk.example')).toBe('https://desk.example');
  expect(await allowed('https://other.example')).toBeUndefined();
});

it('five at once with one token: the sixth is 429, and free again when one has gone', async () => {
  const { path } = await streamed();
  const open = await Promise.all(
    Array.from({ length: 5 }, () => openEventSource(`${api.url}${path}`)),
  );
  const refused = await openEventSource(`${api.url}${path}`);
  expect(refused.response.statusCode).toBe(429);
  expect(refused.response.headers['retry-after']).toBe('15');
  open[0]?.close();
  const freed = await eventually('a free place', async () => {
    const source = await openEventSource(`${api.url}${path}`);
    return source.response.statusCode === 200 ? source : undefined;
  });
  for (const source of [freed, ...open]) source.close();
});

describe('the token', () => {
  it.each([
    ['none', () => ''],
    ['a made-up one', () => `9999999999.${'A'.repeat(43)}`],
    ['one of another session', (other: Streamed) => other.token],
    ['one with a later end', (_: Streamed, own: Streamed) => own.token.replace(/^\d/, '9')],
  ])('%s: 410', async (_what, given) => {
    const [own, other] = [await streamed(), await streamed()];
    const path = `/api/v1/sessions/${own.id}/stream?token=${given(other, own)}`;
    expect((await api.ask('GET', path)).status).toBe(410);
  });

  it('is not given for a session of another environment', async () => {
    const { id } = await streamed();
    expect((await api.ask('POST', `/api/v1/sessions/${id}/stream-token`)).status).toBe(404);
  });
});

it('when the process stops, its streams end at once', async () => {
  const stopping = new AbortController();
  const short = await startApi({ deps: { stopping: stopping.signal } });
  const id = await short.create();
  const given = await short.ask('POST', `/api/v1/sessions/${id}/stream-token`);
  const source = await openEventSource(text(given.body, 'url'));
  await heard(source, 1);
  stopping.abort();
  expect(statuses(await source.ended)).toEqual(['pending']);
  await short.stop();
});

it('a token that has run out opens nothing, and ends what it had opened', async () => {
  let now = Date.now();
  const timed = await startApi({ deps: { clock: () => new Date(now) } });
  const id = await timed.create();
  const given = await timed.ask('POST', `/api/v1/sessions/${id}/stream-token`);
  const url = text(given.body, 'url');
  // Seconds before its end by the service's clock, so that the end is soon by the timer too.
  now += 10 * 60_000 - 2_000;
  const source = await openEventSource(url);
  expect(source.response.statusCode).toBe(200);
  expect(statuses(await source.ended)).toEqual(['pending']);
  now += 2_000;
  const late = await openEventSource(url);
  expect(late.response.statusCode).toBe(410);
  await timed.stop();
});
