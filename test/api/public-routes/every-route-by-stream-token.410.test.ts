import { z } from 'zod';
import { bootstrapOrganization } from '../../../shared/organization/first-organization';
import { call, text } from '../../processes/api-caller';
import { openEventSource } from '../stream/event-source';
import { startApi, type RunningApi } from '../running-api';
import { publicRoutesBy } from './doors';
import { leakingNothing, plantedSession } from './planted-session';
import { malformed, noRates, unknownToken, unsignedStreamToken } from './wrong-tokens';

/** Every status stream by everybody who was not given a token for it. */
let api: RunningApi;
let aheadMs = 0;
let own: Streamed;
/** Of the same organisation, and of another one. */
let neighbour: Streamed;
let stranger: Streamed;

interface Streamed {
  readonly sessionId: string;
  readonly token: string;
  readonly captureToken: string;
}
const tokenMs = 10 * 60_000;
const unavailable = {
  error: 'token_unavailable',
  detail: 'The link is unknown, used or has run out.',
  status_code: 410,
  request_id: null,
};

beforeAll(async () => {
  const clock = (): Date => new Date(Date.now() + aheadMs);
  api = await startApi({ worker: true, deps: { clock, rates: noRates } });
  [own, neighbour] = [await streamed(api.sandboxKey), await streamed(api.sandboxKey)];
  stranger = await streamed((await bootstrapOrganization(api.db, clock, 'Another')).sandboxKey);
});
beforeEach(() => {
  aheadMs = 0;
});
afterAll(() => api.stop());

async function streamed(key: string): Promise<Streamed> {
  const { id, url } = await plantedSession(api, key, { workflow_id: undefined });
  const { body } = await api.ask('POST', `/api/v1/sessions/${id}/stream-token`, { key });
  const captureToken = url.slice(url.lastIndexOf('/') + 1);
  return { sessionId: id, token: text(body, 'token'), captureToken };
}

describe.each(publicRoutesBy('stream-token'))('%s', (_name, route) => {
  const url = (id: string, token: string): string =>
    `${api.url}${route.path.replace(':id', id)}?token=${token}`;

  async function refused(
    id: string,
    token: string,
    headers: Record<string, string> = {},
  ): Promise<void> {
    expect(leakingNothing(await call(route.method, url(id, token), { headers }))).toEqual(
      unavailable,
    );
  }

  it('is open to who was given its token', async () => {
    const source = await openEventSource(url(own.sessionId, own.token));
    source.close();
    expect(source.response.statusCode).toBe(200);
  });

  it('410, the same for what is no token and for one that nobody signed', async () => {
    for (const token of ['', unsignedStreamToken, unknownToken(), ...malformed]) {
      await refused(own.sessionId, token);
    }
  });

  it('410 for the token of another session, and for a session that is none', async () => {
    for (const other of [neighbour, stranger]) {
      await refused(own.sessionId, other.token);
      await refused(other.sessionId, own.token);
    }
    for (const id of ['ses_01kb0000000000000000000000', ...malformed]) {
      await refused(id, own.token);
    }
  });

  it('410 for a later end, and for a signature that is changed or cut', async () => {
    const [end = '', signature = ''] = own.token.split('.');
    const flipped = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    for (const later of [String(Number(end) + 1), '999999999999', '0']) {
      await refused(own.sessionId, `${later}.${signature}`);
    }
    for (const wrong of [flipped, signature.slice(1), `${signature}A`, '']) {
      await refused(own.sessionId, `${end}.${wrong}`);
    }
  });

  it('410 when its ten minutes are over', async () => {
    aheadMs = tokenMs;
    await refused(own.sessionId, own.token);
  });

  it('410 for a capture token or an API key in its place', async () => {
    await refused(own.sessionId, own.captureToken);
    for (const key of [api.sandboxKey, api.liveKey]) {
      await refused(own.sessionId, key);
      await refused(own.sessionId, '', { 'X-API-Key': key });
      await refused(own.sessionId, '', { Authorization: `Bearer ${key}` });
    }
  });

  it('422 for no token at all: the field is missing, whatever the session', async () => {
    for (const id of [own.sessionId, stranger.sessionId, 'ses_01kb0000000000000000000000']) {
      const answer = await call(route.method, `${api.url}${route.path.replace(':id', id)}`);
      expect(leakingNothing(answer)).toMatchObject({
        status_code: 422,
        errors: [{ field: 'token' }],
      });
    }
  });

  it('of an erased session it tells how it ended, and nothing else', async () => {
    const erased = await streamed(api.sandboxKey);
    const path = `/api/v1/sessions/${erased.sessionId}/data`;
    await api.ask('DELETE', path, { key: api.sandboxKey });
    const source = await openEventSource(url(erased.sessionId, erased.token));
    const told = await source.ended;
    expect(told).not.toEqual([]);
    for (const { data } of told) {
      expect(Object.keys(z.record(z.string(), z.unknown()).parse(data)).sort()).toEqual([
        'sequence',
        'status',
      ]);
    }
  });
});
