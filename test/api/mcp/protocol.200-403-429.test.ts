import { setSettings } from '../../stack/set-settings';
import { call, type Answer } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';
import { connectMcp } from './mcp-client';

/** Streamable HTTP as the protocol has it, message by message. The clock stands: so does the minute. */
let api: RunningApi;
let nowMs = Date.UTC(2026, 0, 1, 12);
beforeAll(async () => {
  api = await startApi({ now: () => new Date(nowMs) });
});
afterAll(() => api.stop());
beforeEach(() => {
  nowMs += 60_000;
});

const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };
const accepted = 'application/json, text/event-stream';

function send(json: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return call('POST', `${api.url}/mcp`, {
    json,
    headers: { Authorization: `Bearer ${api.sandboxKey}`, Accept: accepted, ...headers },
  });
}

function initialize(protocolVersion: string): Promise<Answer> {
  const clientInfo = { name: 'test', version: '1.0.0' };
  const params = { protocolVersion, capabilities: {}, clientInfo };
  return send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
}

const toolCall = (id: number, name: string, given: Record<string, unknown>): unknown => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: given },
});

describe('methods', () => {
  it.each(['GET', 'DELETE', 'PUT'])(
    '405 for %s: no stream to hold, no session to end',
    async (method) => {
      for (const headers of [{}, { Authorization: `Bearer ${api.sandboxKey}`, Accept: accepted }]) {
        const answer = await call(method, `${api.url}/mcp`, { headers });
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
      }
    },
  );
});

describe('versions', () => {
  it.each(['2025-11-25', '2025-06-18', '2025-03-26'])('%s: agreed on', async (version) => {
    const { status, headers, body } = await initialize(version);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(body['result']).toMatchObject({
      protocolVersion: version,
      capabilities: { tools: {} },
      serverInfo: { name: 'verifa' },
    });
    // Nothing is kept between requests, so there is no session to name.
    expect(headers.get('mcp-session-id')).toBeNull();
    expect((await send(ping, { 'MCP-Protocol-Version': version })).status).toBe(200);
  });

  it('one that nobody knows: the newest is offered, and 400 when it is insisted on', async () => {
    expect((await initialize('1999-01-01')).body['result']).toMatchObject({
      protocolVersion: '2025-11-25',
    });
    const insisted = await send(ping, { 'MCP-Protocol-Version': '1999-01-01' });
    expect(insisted).toMatchObject({ status: 400, body: { error: { code: -32_000 } } });
  });

  it('none: as by clients from before the header', async () => {
    expect((await send(ping)).body).toEqual({ jsonrpc: '2.0', id: 1, result: {} });
  });
});

describe('messages', () => {
  it('202 and nothing for a notification', async () => {
    const answer = await send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    expect([answer.status, answer.body]).toEqual([202, {}]);
  });

  it.each([
    ['406', { Accept: 'application/json' }, ping, 406],
    ['406', { Accept: 'text/event-stream' }, ping, 406],
    ['415', { 'Content-Type': 'text/plain' }, ping, 415],
    ['400', {}, { id: 1, method: 'ping' }, 400],
    ['400', {}, 'ping', 400],
  ])('%s for %p with %p', async (_name, headers, json, status) => {
    const answer = await send(json, headers);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).not.toMatch(/\n\s+at |node_modules/);
  });

  it('400 for what is no JSON', async () => {
    const response = await fetch(`${api.url}/mcp`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${api.sandboxKey}`,
        Accept: accepted,
        'Content-Type': 'application/json',
      },
      body: '{"jsonrpc":',
    });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { error: 'malformed_json' },
    ]);
  });

  it('a method that there is none of, and a tool that there is none of', async () => {
    const unknown = await send({ ...ping, method: 'resources/list' });
    expect(unknown.body).toMatchObject({ error: { code: -32_601 } });
    const { body } = await send(toolCall(1, 'delete_everything', {}));
    expect(body).toMatchObject({ result: { isError: true } });
  });

  it('a value that cannot be stored is refused by the name of its field', async () => {
    const mcp = await connectMcp(api.url, api.sandboxKey);
    for (const [field, given] of [
      ['external_ref', { external_ref: 'a\u0000b' }],
      ['metadata.note', { metadata: { note: '\ud800' } }],
    ] as const) {
      expect(await mcp.call('create_session', given)).toMatchObject({
        isError: true,
        body: { status_code: 422, errors: [{ field, code: 'invalid_character' }] },
      });
    }
    expect(await mcp.call('get_session', { session_id: '\u0000' })).toMatchObject({
      body: { status_code: 422 },
    });
  });
});

it('a page may come from its own origin and from the allowed ones; null is none of them', async () => {
  await setSettings(api.db, { allowed_origins: ['https://desk.example'] }, 'sandbox');
  const from = async (Origin: string): Promise<number> => (await send(ping, { Origin })).status;
  expect(await from('https://desk.example')).toBe(200);
  expect(await from(api.url)).toBe(200);
  for (const origin of ['null', 'https://desk.example.evil.example', 'http://desk.example']) {
    expect(await from(origin)).toBe(403);
  }
});

describe('rate limits', () => {
  const remaining = ({ headers }: Answer): number => Number(headers.get('x-ratelimit-remaining'));
  beforeEach(() => api.db.updateTable('organizations').set({ plan: 'free' }).execute());

  it('are told in every answer to a key, a refusal of the protocol too', async () => {
    const answers = [
      await send(ping),
      await send(ping, { Accept: 'text/html' }),
      await send(toolCall(1, 'nothing', {})),
    ];
    expect(answers.map(({ headers }) => headers.get('x-ratelimit-limit'))).toEqual([
      '300',
      '300',
      '300',
    ]);
    expect(answers.map(remaining)).toEqual([299, 298, 297]);
  });

  it('50 sessions a minute by tool or by route; the next is refused to both', async () => {
    const mcp = await connectMcp(api.url, api.sandboxKey);
    for (let made = 0; made < 50; made += 1) {
      const { isError } = await mcp.call('create_session');
      expect(isError).toBe(false);
    }
    expect(await mcp.call('create_session')).toMatchObject({
      isError: true,
      body: { status_code: 429, error: 'rate_limited' },
    });
    const path = '/api/v1/sessions';
    const over = await api.ask('POST', path, { key: api.sandboxKey, json: {} });
    expect(over.status).toBe(429);
  });
});
