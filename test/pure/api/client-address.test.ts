import { createClientAddress, isAddressAllowed } from '../../../services/api/http/client-address';

const behindProxies = createClientAddress(['10.0.0.0/8', '2001:db8::1']);

it.each([
  ['nobody is trusted', createClientAddress([]), '10.0.0.1', '198.51.100.7', '10.0.0.1'],
  ['an untrusted socket', behindProxies, '192.0.2.1', '198.51.100.7', '192.0.2.1'],
  ['a trusted proxy', behindProxies, '10.0.0.1', '198.51.100.7', '198.51.100.7'],
  [
    'what the client wrote is further left',
    behindProxies,
    '10.0.0.1',
    '1.1.1.1, 198.51.100.7, 10.2.3.4',
    '198.51.100.7',
  ],
  ['only proxies', behindProxies, '10.0.0.1', '10.0.0.2', '10.0.0.1'],
  ['no header', behindProxies, '10.0.0.1', undefined, '10.0.0.1'],
  ['rubbish in the header', behindProxies, '10.0.0.1', '198.51.100.7, <script>', '10.0.0.1'],
  ['IPv4 written as IPv6', behindProxies, '::ffff:10.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['an IPv6 proxy', behindProxies, '2001:db8::1', '2001:db8::7', '2001:db8::7'],
])('%s', (_name, clientAddress, socket, header, expected) => {
  expect(clientAddress(socket, header)).toBe(expected);
});

it('an allow-list holds addresses and networks of both kinds', () => {
  expect(isAddressAllowed('203.0.113.9', ['203.0.113.0/24'])).toBe(true);
  expect(isAddressAllowed('203.0.114.9', ['203.0.113.0/24'])).toBe(false);
  expect(isAddressAllowed('2001:db8::5', ['203.0.113.0/24', '2001:db8::5'])).toBe(true);
  expect(isAddressAllowed('unknown', ['0.0.0.0/0'])).toBe(false);
});
