import { checkTarget, checkUrl } from '../../../activities/webhooks/address-guard';

const strict = { allowPrivate: false };
const publicDns = (): Promise<string[]> => Promise.resolve(['93.184.215.14']);

/** Every way known to us of naming something that is not the public internet. */
const forbidden = [
  // loopback, in every spelling that URL parsers take
  'https://127.0.0.1/',
  'https://127.1/',
  'https://127.0.1/',
  'https://127.255.255.254/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.0.0.1/',
  'https://0x7F.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://0177.0x0.0.1/',
  'https://127.0.0.1./',
  'https://127。0。0。1/',
  'https://１２７.０.０.１/',
  'https://%31%32%37.0.0.1/',
  'https://127.0.0.1:8443/',
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://api.localhost/',
  'https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/',
  'https://localhost.localdomain/',
  'https://[::1]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[0000:0000:0000:0000:0000:0000:0000:0001]/',
  // unspecified, "this network"
  'https://0/',
  'https://0.0.0.0/',
  'https://0.1.2.3/',
  'https://[::]/',
  // private
  'https://10.0.0.1/',
  'https://10.1/',
  'https://012.0.0.1/',
  'https://167772161/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.0.1/',
  'https://192.168.1/',
  'https://0xc0a80001/',
  'https://3232235521/',
  'https://[fc00::1]/',
  'https://[fd12:3456:789a::1]/',
  // link-local and the clouds' metadata services
  'https://169.254.169.254/latest/meta-data/',
  'https://2852039166/',
  'https://0xa9fea9fe/',
  'https://0251.0376.0251.0376/',
  'https://[fe80::1]/',
  'https://[febf::1]/',
  'https://[fec0::1]/',
  'https://[fd00:ec2::254]/',
  'https://metadata.google.internal/',
  // carrier NAT, benchmarking, documentation, protocol assignments, reserved, multicast, broadcast
  'https://100.64.0.1/',
  'https://100.127.255.254/',
  'https://198.18.0.1/',
  'https://198.19.255.255/',
  'https://192.0.0.1/',
  'https://192.0.2.1/',
  'https://198.51.100.1/',
  'https://203.0.113.1/',
  'https://192.88.99.1/',
  'https://224.0.0.1/',
  'https://239.255.255.250/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://[100::1]/',
  // IPv4 inside IPv6
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://[::127.0.0.1]/',
  'https://[::ffff:0:127.0.0.1]/',
  'https://[64:ff9b::127.0.0.1]/',
  'https://[64:ff9b::10.0.0.1]/',
  'https://[64:ff9b::a9fe:a9fe]/',
  'https://[64:ff9b:1::10.0.0.1]/',
  'https://[2002:7f00:1::]/',
  'https://[2002:a9fe:a9fe::1]/',
  'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
  'https://[2a00:1450::5efe:10.0.0.1]/',
  // names that only a private resolver knows
  'https://intranet/',
  'https://db/',
  'https://printer.local/',
  'https://vault.internal/',
  'https://router.lan/',
  'https://nas.home.arpa/',
  // not a receiver at all
  'http://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'gopher://example.com/',
  'https://',
  'https://user@example.com/',
  'https://user:secret@example.com/',
  'https://example.com:22/',
  'https://example.com:25/',
  'https://example.com:0/',
  'https://example.com:1023/',
  'https://example.com:99999/',
  'example.com',
  '',
];

describe('the address guard', () => {
  test('knows at least sixty forbidden spellings', () => {
    expect(new Set(forbidden).size).toBeGreaterThanOrEqual(60);
  });

  test.each(forbidden)('refuses %p before anything is asked or connected', async (url) => {
    expect(checkUrl(url, strict).ok).toBe(false);
    expect((await checkTarget(url, strict, publicDns)).ok).toBe(false);
  });

  test.each([
    'https://example.com/hooks',
    'https://example.com:443/',
    'https://example.com:80/',
    'https://example.com:8443/',
    'https://93.184.215.14/',
    'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/',
    'https://[64:ff9b::93.184.215.14]/',
    'https://bücher.example.com/',
  ])('allows %p', async (url) => {
    expect((await checkTarget(url, strict, publicDns)).ok).toBe(true);
  });

  test('refuses a public name with a private address, whichever of its addresses that is', async () => {
    for (const bad of ['127.0.0.1', '10.0.0.1', '::1', '::ffff:10.0.0.1', 'fe80::1']) {
      for (const found of [[bad], ['93.184.215.14', bad], [bad, '93.184.215.14']]) {
        expect(
          await checkTarget('https://example.com/', strict, () => Promise.resolve(found)),
        ).toEqual({ ok: false, refusal: 'address_not_public' });
      }
    }
  });

  test('refuses a name without an address, with an odd one, or with a failing resolver', async () => {
    const resolvers = [
      () => Promise.resolve([]),
      () => Promise.resolve(['fe80::1%eth0%']),
      () => Promise.reject(new Error('SERVFAIL')),
    ];
    for (const resolve of resolvers) {
      expect(await checkTarget('https://example.com/', strict, resolve)).toEqual({
        ok: false,
        refusal: 'name_unresolved',
      });
    }
  });

  test('the development setting allows loopback and plain http, not credentials or odd ports', async () => {
    const development = { allowPrivate: true };
    const local = await checkTarget('http://localhost:8080/', development, () =>
      Promise.resolve(['127.0.0.1']),
    );
    expect(local.ok).toBe(true);
    expect(checkUrl('http://user@localhost:8080/', development).ok).toBe(false);
    expect(checkUrl('http://localhost:22/', development).ok).toBe(false);
    expect(checkUrl('file:///etc/passwd', development).ok).toBe(false);
  });
});
