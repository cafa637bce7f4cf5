import {
  startStartPage,
  type StartPage,
} from '../../../services/local/start-page/start-page-server';

let page: StartPage;
let made = 0;
beforeAll(async () => {
  page = await startStartPage({
    facts: { apiUrl: 'http://a', temporalUiUrl: 'http://t', lanUrl: null, stateFolder: '/s' },
    specimen: { folder: '/s/specimen', read: () => Promise.resolve(Buffer.from('picture')) },
    code: () => '123456',
    begin: () => {
      made += 1;
      return Promise.resolve('http://a/verify/token');
    },
  });
});
afterAll(() => page.stop());

async function asked(path: string, init: RequestInit): Promise<number> {
  return (await fetch(`${page.url}${path}`, { redirect: 'manual', ...init })).status;
}

it('a session is made by a click, and by nothing that only looks', async () => {
  for (const headers of [{ 'Sec-Purpose': 'prefetch;prerender' }, { Purpose: 'prefetch' }]) {
    expect(await asked('/session', { headers })).toBe(503);
  }
  expect(await asked('/session', { method: 'HEAD' })).toBe(404);
  expect(made).toBe(0);
  expect(await asked('/session', { headers: { 'Sec-Fetch-Site': 'none' } })).toBe(303);
  expect(made).toBe(1);
});

it('HEAD is answered as GET is where nothing is made', async () => {
  for (const path of ['/', '/specimen/passport.jpg']) {
    expect(await asked(path, { method: 'HEAD' })).toBe(200);
  }
});

it("shows the admin's code of now, and keeps it in no cache", async () => {
  const response = await fetch(`${page.url}/code`);
  expect(await response.text()).toBe('123456\n');
  expect(response.headers.get('cache-control')).toBe('no-store');
});
