import { request } from 'node:http';
import { z } from 'zod';
import { connectDatabase } from '../../../shared/database/connect';
import { call } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const fieldErrors = z.array(
  z.object({ field: z.string(), code: z.string(), message: z.string() }).strict(),
);

async function post(body: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${api.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'X-API-Key': api.liveKey, ...headers },
    body,
  });
}

/** Sends the body in chunks, without telling its length. */
async function streamedStatus(body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${api.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'X-API-Key': api.liveKey, 'Content-Type': 'application/json' },
    });
    sent.once('response', (answer) => {
      resolve(answer.statusCode);
      answer.resume();
    });
    sent.once('error', reject);
    sent.write(body.slice(0, 1_000));
    sent.end(body.slice(1_000));
  });
}

describe('the one form of an error', () => {
  it('has exactly error, detail, status_code and request_id', async () => {
    const answer = await api.ask('GET', '/api/v1/sessions/ses_unknown');
    expect(answer.status).toBe(404);
    expect(Object.keys(answer.body).sort()).toEqual([
      'detail',
      'error',
      'request_id',
      'status_code',
    ]);
    expect(answer.body).toMatchObject({ error: 'not_found', status_code: 404 });
    expect(answer.body['request_id']).toBe(answer.headers.get('x-request-id'));
  });

  it('400 malformed_json for what is no JSON', async () => {
    const answer = await post('{"country": ', { 'Content-Type': 'application/json' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'malformed_json' });
  });

  it('415 for another media type, and for a compressed body', async () => {
    const plain = await post('country=DE', { 'Content-Type': 'text/plain' });
    expect(plain.status).toBe(415);
    const zipped = await post('{}', {
      'Content-Type': 'application/json',
      'Content-Encoding': 'gzip',
    });
    expect(zipped.status).toBe(415);
  });

  it('413 above 256 KB, told by its length or found while reading', async () => {
    const large = JSON.stringify({ metadata: { note: 'x'.repeat(257 * 1024) } });
    const told = await post(large, { 'Content-Type': 'application/json' });
    expect(told.status).toBe(413);
    expect(await told.json()).toMatchObject({ error: 'payload_too_large' });
    expect(await streamedStatus(large)).toBe(413);
  });

  it('404 for an unknown route, 405 with Allow for a known one', async () => {
    expect((await api.ask('GET', '/api/v1/nothing')).status).toBe(404);
    const wrong = await api.ask('DELETE', '/api/v1/sessions');
    expect(wrong.status).toBe(405);
    expect(wrong.body).toMatchObject({ error: 'method_not_allowed' });
    expect(wrong.headers.get('allow')?.split(', ').sort()).toEqual(['GET', 'POST']);
  });

  it('400 for a path that is no valid percent-encoding', async () => {
    expect((await api.ask('GET', '/api/v1/sessions/%E0%A4%A')).status).toBe(400);
  });

  it('422 names every refused field and repeats no value', async () => {
    const secret = 'planted-value-7c1';
    const answer = await api.ask('POST', '/api/v1/sessions', {
      json: { country: secret, tags: secret, redirect_url: `ftp://${secret}`, metadata: [secret] },
    });
    expect(answer.status).toBe(422);
    const fields = fieldErrors.parse(answer.body['errors']).map((error) => error.field);
    expect(fields.sort()).toEqual(['country', 'metadata', 'redirect_url', 'tags']);
    expect(JSON.stringify(answer.body)).not.toContain(secret);
  });

  it('503 with Retry-After, and no cause, when the records cannot be reached', async () => {
    const nobody = connectDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' });
    const cut = await startApi({ deps: { db: nobody, nobodys: nobody } });
    const answer = await call('GET', `${cut.url}/api/v1/sessions`, { key: cut.liveKey });
    await cut.stop();
    await nobody.destroy();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(answer.body).toMatchObject({ error: 'temporarily_unavailable' });
    expect(JSON.stringify(answer.body)).not.toMatch(/ECONN|127\.0\.0\.1|postgres/);
  });
});

describe('request ids and the access log', () => {
  it("answers with our own id and only echoes the client's", async () => {
    const answer = await api.ask('GET', '/api/v1/sessions', {
      headers: { 'X-Request-Id': 'client-4711' },
    });
    expect(answer.headers.get('x-request-id')).not.toBe('client-4711');
    expect(answer.headers.get('x-client-request-id')).toBe('client-4711');
    expect(api.log()).not.toContain('client-4711');
  });

  it("goes on with the client's trace, and with nothing that is none", async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const [traced, other] = await Promise.all([
      api.ask('GET', '/api/v1/sessions', { headers: { traceparent } }),
      api.ask('GET', '/api/v1/sessions', { headers: { traceparent: '00-of-somebody-01' } }),
    ]);
    expect(traced.headers.get('traceresponse')).toBe(traceparent);
    expect(other.headers.get('traceresponse')).toBeNull();
    expect(api.log()).not.toContain('of-somebody');
  });

  it('logs the pattern of a route, never its path', async () => {
    const answer = await api.ask('GET', '/api/v1/sessions/ses_planted-path');
    const id = answer.headers.get('x-request-id') ?? 'none';
    const line = api
      .log()
      .split('\n')
      .find((logged) => logged.includes(id));
    expect(line).toContain('/api/v1/sessions/:id');
    expect(api.log()).not.toContain('planted-path');
  });
});
