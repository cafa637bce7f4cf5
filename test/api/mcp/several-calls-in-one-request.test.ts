import { z } from 'zod';
import { startApi, type RunningApi } from '../running-api';

/** Clients of the protocol's version 2025-03-26 may send a batch: as good as so many requests. */
let api: RunningApi;
beforeAll(async () => {
  const nowMs = Date.now();
  api = await startApi({ worker: true, now: () => new Date(nowMs) });
});
afterAll(() => api.stop());

const answers = z.array(
  z.object({
    id: z.number(),
    result: z.object({
      isError: z.boolean(),
      content: z.tuple([z.object({ text: z.string() })]),
    }),
  }),
);

interface Batch {
  readonly remaining: number;
  readonly results: readonly { readonly isError: boolean; readonly body: unknown }[];
}

async function batch(name: string, given: readonly Record<string, unknown>[]): Promise<Batch> {
  const messages = given.map((input, id) => ({
    jsonrpc: '2.0',
    id,
    method: 'tools/call',
    params: { name, arguments: input },
  }));
  const response = await fetch(`${api.url}/mcp`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${api.sandboxKey}`,
      Accept: 'application/json, text/event-stream',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(messages),
  });
  return {
    remaining: Number(response.headers.get('x-ratelimit-remaining')),
    results: answers.parse(await response.json()).map(({ result: { isError, content } }) => ({
      isError,
      body: z.record(z.string(), z.unknown()).parse(JSON.parse(content[0].text)),
    })),
  };
}

it('each is an operation of its own: one outcome is taken, the other refused', async () => {
  const session_id = await api.create({}, api.sandboxKey);
  const { results } = await batch('simulate_session', [
    { session_id, action: 'approve' },
    { session_id, action: 'decline' },
  ]);
  expect(results.filter(({ isError }) => isError)).toMatchObject([
    { body: { error: 'invalid_state' } },
  ]);
});

it('each is counted', async () => {
  await api.db.updateTable('organizations').set({ plan: 'free' }).execute();
  const two = await batch('whoami', [{}, {}]);
  const ten = await batch(
    'whoami',
    Array.from({ length: 10 }, () => ({})),
  );
  expect(ten.results).toHaveLength(10);
  expect(ten.remaining).toBe(two.remaining - 10);
});
