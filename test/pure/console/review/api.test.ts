import { GivenUp, Refusal, Unreachable } from '../../../../services/console/review/api/problem';
import { consoleOver, refusal } from './console-api';

const write = 'POST /api/v1/cases/{id}/notes';
const note = { params: { id: 'case_1' }, body: { text: 'seen' } };
const signedOut = () => refusal(401, 'signed_out');

/** Until something waits for the person. */
async function asksFor(access: ReturnType<typeof consoleOver>['access']): Promise<string> {
  while (access.waiting.get() === null) await Promise.resolve();
  return access.waiting.get()?.proof ?? '';
}

describe('a sign-in that ran out', () => {
  it('holds a write back until the person has signed in, and sends it again under its key', async () => {
    const { api, access, asked } = consoleOver([signedOut(), Response.json({ id: 'note_1' })]);
    const done = api.ask(write, note);
    expect(await asksFor(access)).toBe('sign_in');
    access.waiting.get()?.done();
    expect(await done).toEqual({ id: 'note_1' });
    expect(access.waiting.get()).toBeNull();
    const keys = asked.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toEqual(['key-1', 'key-1']);
    expect(asked.map(({ body }) => body)).toEqual(['{"text":"seen"}', '{"text":"seen"}']);
  });

  it('asks once, however many requests wait for it', async () => {
    const { api, access } = consoleOver([
      signedOut(),
      signedOut(),
      Response.json(1),
      Response.json(2),
    ]);
    const both = Promise.all([api.ask('GET /api/v1/cases'), api.ask('GET /api/v1/sessions')]);
    await asksFor(access);
    access.waiting.get()?.done();
    expect(await both).toEqual([1, 2]);
    expect(access.waiting.get()).toBeNull();
  });

  it('does nothing when the person gives it up', async () => {
    const { api, access, asked } = consoleOver([signedOut()]);
    const done = api.ask(write, note);
    await asksFor(access);
    access.waiting.get()?.giveUp();
    await expect(done).rejects.toThrow(GivenUp);
    expect(asked).toHaveLength(1);
  });

  it('is asked for no more by a screen once the person gave it up, but by what they do', async () => {
    const { api, access } = consoleOver([
      signedOut(),
      signedOut(),
      signedOut(),
      Response.json({ id: 'note_1' }),
    ]);
    const first = api.ask('GET /api/v1/cases');
    await asksFor(access);
    access.waiting.get()?.giveUp();
    await expect(first).rejects.toThrow(GivenUp);
    await expect(api.ask('GET /api/v1/cases')).rejects.toThrow(GivenUp);
    expect([access.waiting.get(), access.declined.get()]).toEqual([null, true]);
    const done = api.ask(write, note);
    expect(await asksFor(access)).toBe('sign_in');
    access.waiting.get()?.done();
    await done;
    expect(access.declined.get()).toBe(false);
  });

  it('asks for a fresh code after it, where that is needed too, and for neither twice', async () => {
    const fresh = () => refusal(403, 'reauthentication_required');
    const { api, access } = consoleOver([signedOut(), fresh(), fresh()]);
    const done = api.ask('POST /api/v1/api-keys', { body: {} });
    expect(await asksFor(access)).toBe('sign_in');
    access.waiting.get()?.done();
    expect(await asksFor(access)).toBe('code');
    access.waiting.get()?.done();
    await expect(done).rejects.toMatchObject({ code: 'reauthentication_required' });
  });

  it('is an answer to who asks whether anybody is signed in', async () => {
    const { api, access } = consoleOver([signedOut()]);
    await expect(api.askOpenly('GET /api/v1/console/me')).rejects.toMatchObject({ status: 401 });
    expect(access.waiting.get()).toBeNull();
  });
});

describe('an API that does not answer', () => {
  it('is asked again for a write, each time under the same key', async () => {
    const { api, asked, connection } = consoleOver([
      'broken',
      new Response('restarting', { status: 502 }),
      refusal(503, 'temporarily_unavailable'),
      Response.json({ id: 'note_1' }),
    ]);
    expect(await api.ask(write, note)).toEqual({ id: 'note_1' });
    const keys = asked.map(({ headers }) => headers.get('idempotency-key'));
    expect(new Set(keys)).toEqual(new Set(['key-1']));
    expect(connection.reach.get()).toBe('up');
  });

  it('is given up after four tries, and known to be away', async () => {
    const { api, asked, connection } = consoleOver(['broken', 'broken', 'broken', 'broken']);
    await expect(api.ask(write, note)).rejects.toThrow(Unreachable);
    expect([asked.length, connection.reach.get()]).toEqual([4, 'away']);
  });

  it('is asked once for a read, which is asked again by whoever shows it', async () => {
    const { api, asked } = consoleOver(['broken']);
    await expect(api.ask('GET /api/v1/cases')).rejects.toThrow(Unreachable);
    expect(asked).toHaveLength(1);
  });
});

it('says of every request that it is the console’s, and gives a key to writes alone', async () => {
  const { api, asked } = consoleOver([Response.json(1), new Response(null, { status: 204 })]);
  await api.ask('GET /api/v1/cases', { query: { status: ['open', 'claimed'], q: undefined } });
  expect(await api.ask('DELETE /api/v1/lists/{id}', { params: { id: 'a/b' } })).toBeUndefined();
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /verifa/api/v1/cases?status=open&status=claimed',
    'DELETE /verifa/api/v1/lists/a%2Fb',
  ]);
  expect(asked.map(({ headers }) => headers.get('x-verifa-console'))).toEqual(['1', '1']);
  expect(asked.map(({ headers }) => headers.has('idempotency-key'))).toEqual([false, true]);
});

it.each([undefined, '', '.', '..'])(
  'never asks another route by a parameter that is %p',
  async (id) => {
    const { api, asked } = consoleOver([]);
    const params: Record<string, string> = id === undefined ? {} : { id };
    await expect(api.ask('GET /api/v1/cases/{id}', { params })).rejects.toThrow(TypeError);
    expect(asked).toHaveLength(0);
  },
);

describe('a refusal', () => {
  it('carries code, sentence, reference and refused fields', async () => {
    const errors = [{ field: 'label', code: 'too_small', message: 'is empty' }];
    const { api } = consoleOver([refusal(422, 'validation_failed', { errors })]);
    const refused: unknown = await api.ask(write, note).catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({
      status: 422,
      code: 'validation_failed',
      detail: 'validation_failed.',
      requestId: 'req_1',
      fields: errors,
    });
  });

  it('that is none of the API’s own is one all the same', async () => {
    const { api } = consoleOver([new Response('<html>', { status: 413 })]);
    await expect(api.ask(write, note)).rejects.toMatchObject({ status: 413, code: 'unknown' });
  });
});
