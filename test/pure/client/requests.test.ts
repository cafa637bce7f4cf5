import { apiVersion } from '../../../services/client/src/build-request';
import { createClient, type Client } from '../../../services/client/src/index';
import { currentVersion } from '../../../services/api/http/api-version';
import { says, startScriptedService, type ScriptedService, type Step } from './scripted-service';

let service: ScriptedService;
afterEach(() => service.close());

async function clientOf(...steps: readonly Step[]): Promise<Client> {
  service = await startScriptedService(...steps);
  return createClient({ baseUrl: `${service.url}/`, apiKey: 'vk_sandbox_x' });
}

async function collected(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('a request', () => {
  it('names its key and the version of its types', async () => {
    const client = await clientOf(says(200, {}));
    await client.request('GET /api/v1/organization');
    expect(service.asked[0]).toMatchObject({
      url: '/api/v1/organization',
      headers: { 'x-api-key': 'vk_sandbox_x', 'verifa-version': currentVersion },
    });
    expect(apiVersion).toBe(currentVersion);
  });

  it('writes ids and filters so that they stay where they belong', async () => {
    const client = await clientOf(says(200, {}));
    await client.sessions.retrieve('a/b?c#d');
    await client.request('GET /api/v1/sessions', {
      query: { q: 'a&b=c d', status: ['pending', 'expired'], tag: undefined },
    });
    expect(service.asked.map(({ url }) => url)).toEqual([
      '/api/v1/sessions/a%2Fb%3Fc%23d',
      '/api/v1/sessions?q=a%26b%3Dc+d&status=pending&status=expired',
    ]);
  });

  it.each(['', '.', '..'])('is not sent for the id "%s": it would be another route', async (id) => {
    const client = await clientOf(says(200, {}));
    await expect(client.sessions.retrieve(id)).rejects.toThrow(TypeError);
    expect(service.asked).toEqual([]);
  });

  it('knows its routes, their parameters and their bodies by type', async () => {
    const client = await clientOf(says(200, {}));
    // @ts-expect-error -- there is no such route
    await client.request('GET /api/v1/passports');
    // @ts-expect-error -- an action that is none
    await client.sessions.simulate('ses_1', 'forget');
    // @ts-expect-error -- a body where none is taken
    await client.request('POST /api/v1/sessions/{id}/expire', { params: { id: 'a' }, body: {} });
    // @ts-expect-error -- a filter that is none
    await client.request('GET /api/v1/sessions', { query: { colour: 'red' } });
    // @ts-expect-error -- a body without what it needs
    await client.request('POST /api/v1/api-keys', { body: {} });
    expect(() => client.pages('GET /api/v1/lists', {})).not.toThrow();
    // @ts-expect-error -- no list
    expect(() => client.pages('GET /api/v1/organization')).not.toThrow();
    // @ts-expect-error -- an id is needed
    await expect(client.request('GET /api/v1/sessions/{id}')).rejects.toThrow(TypeError);
  });
});

describe('the pages of a list', () => {
  const page = (data: readonly number[], pagination: object): Step =>
    says(200, { data, pagination });

  it('are asked for by their cursor until there is none', async () => {
    const client = await clientOf(
      page([1, 2], { limit: 2, next: 'c1' }),
      page([3], { limit: 2, next: null }),
    );
    expect(await collected(client.sessions.list({ limit: 2, status: 'pending' }))).toEqual([
      1, 2, 3,
    ]);
    expect(service.asked.map(({ url }) => url)).toEqual([
      '/api/v1/sessions?after=&limit=2&status=pending',
      '/api/v1/sessions?after=c1&limit=2&status=pending',
    ]);
  });

  it('end at the empty page of the event feed, whose cursor never does', async () => {
    const client = await clientOf(
      page([1], { limit: 50, next: '7' }),
      page([], { limit: 50, next: '7' }),
    );
    expect(await collected(client.pages('GET /api/v1/events/feed'))).toEqual([1]);
    expect(service.asked.map(({ url }) => url)).toEqual([
      '/api/v1/events/feed',
      '/api/v1/events/feed?after=7',
    ]);
  });

  it('are counted where a list has no cursors', async () => {
    const client = await clientOf(
      page([1, 2], { total: 3, limit: 2, offset: 0 }),
      page([3], { total: 3, limit: 2, offset: 2 }),
    );
    expect(await collected(client.pages('GET /api/v1/lists', { query: { limit: 2 } }))).toEqual([
      1, 2, 3,
    ]);
    expect(service.asked.map(({ url }) => url)).toEqual([
      '/api/v1/lists?limit=2',
      '/api/v1/lists?limit=2&offset=2',
    ]);
  });

  it('are not asked for before somebody reads that far', async () => {
    const client = await clientOf(page([1, 2], { limit: 2, next: 'c1' }));
    for await (const item of client.sessions.list()) {
      expect(item).toBe(1);
      break;
    }
    expect(service.asked).toHaveLength(1);
  });
});

describe('a client', () => {
  it('cannot be made of an address or a key that cannot be sent, and repeats neither', async () => {
    await clientOf(says(200, {}));
    const made = (baseUrl: string, apiKey: string) => () => createClient({ baseUrl, apiKey });
    expect(made('verifa.example', 'k')).toThrow('baseUrl');
    expect(made('ftp://verifa.example', 'k')).toThrow('baseUrl');
    expect(made('https://verifa.example', '')).toThrow('apiKey');
    expect(made('https://verifa.example', 'vk_live_x\n')).toThrow('apiKey');
    expect(made('https://verifa.example', 'vk_live_x\n')).not.toThrow('vk_live_x');
  });
});
