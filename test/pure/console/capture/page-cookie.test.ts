import { newPageSecret, pageCookieHeader } from '../../../../services/api/pages/page-cookie';

const cookieAt = (publicUrl: string): readonly string[] =>
  pageCookieHeader({ secret: 'secret', publicUrl, token: 'token', linkSeconds: 60.2 }).split('; ');

const apart = ['Secure', 'SameSite=None', 'Partitioned'];

it.each([
  'https://verify.example',
  'http://localhost:3000',
  'http://127.0.0.1:3000',
  'http://[::1]:3000',
])('%s: for this link alone, kept apart for each site that frames it', (publicUrl) => {
  expect(cookieAt(publicUrl)).toEqual([
    'verifa_page=secret',
    'Path=/verify/token',
    'Max-Age=1861',
    'HttpOnly',
    ...apart,
  ]);
});

it('on plain http elsewhere it is one that browsers keep', () => {
  const cookie = cookieAt('http://192.168.1.20:3000');
  expect(cookie.slice(-2)).toEqual(['HttpOnly', 'SameSite=Lax']);
});

it('lies below the path that the service is served under', () => {
  expect(cookieAt('https://shop.example/identity/')).toContain('Path=/identity/verify/token');
});

it('is a secret of 192 bits, another each time', () => {
  const secrets = Array.from({ length: 100 }, newPageSecret);
  expect(new Set(secrets).size).toBe(100);
  for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(24);
});
