import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import { startApi, type RunningApi } from '../running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

it.each(['verifa.js', 'verifa.mjs'])(
  '/embed/%s: any page may load it, for an hour, under a name that stays',
  async (name) => {
    const script = await fetch(`${api.url}/embed/${name}`, {
      headers: { Origin: 'https://shop.example' },
    });
    expect(script.status).toBe(200);
    expect(Object.fromEntries(script.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
  },
);

it('the script makes Verifa.open, and touches nothing before it is called', async () => {
  const script = await (await fetch(`${api.url}/embed/verifa.js`)).text();
  // A world without a document: whatever it did at once would fail here.
  const made: unknown = runInNewContext(`${script}; Verifa`, {});
  const { open } = z
    .object({ open: z.custom<unknown>((value) => typeof value === 'function') })
    .parse(made);
  expect(open).toBeDefined();
});

it.each(['javascript:alert(1)', 'data:text/html,x', '/verify/abc'])(
  'a redirect to %s goes nowhere: it would run in the page that embeds',
  async (captureUrl) => {
    const script = await (await fetch(`${api.url}/embed/verifa.js`)).text();
    const went: string[] = [];
    const location = { assign: (url: string) => went.push(url) };
    const open = (url: string): unknown =>
      runInNewContext(`${script}; Verifa.open({ mode: 'redirect', captureUrl: url })`, {
        url,
        URL,
        location,
      });
    expect(() => open(captureUrl)).toThrow();
    expect(went).toEqual([]);
    open('https://id.example/verify/abc?lang=ar');
    expect(went).toEqual(['https://id.example/verify/abc?lang=ar']);
  },
);

it('the module exports open, and imports nothing', async () => {
  const module = await (await fetch(`${api.url}/embed/verifa.mjs`)).text();
  expect(module).toMatch(/export\{\w+ as open\}/);
  expect(module).not.toMatch(/\bimport\b/);
});
