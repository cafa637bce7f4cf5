import type { NetworkInterfaceInfo } from 'node:os';
import { lanAddresses } from '../../../services/local/lan/lan-address';

const at = (address: string, change: { internal?: boolean; family?: 'IPv4' | 'IPv6' } = {}) => {
  const { internal = false, family = 'IPv4' } = change;
  const rest = { address, netmask: '', mac: '', internal, cidr: null };
  const info: NetworkInterfaceInfo =
    family === 'IPv4' ? { ...rest, family } : { ...rest, family, scopeid: 0 };
  return info;
};

it.each(['10.0.0.7', '172.16.0.7', '172.31.255.7', '192.168.178.20'])('%s is taken', (address) => {
  expect(lanAddresses({ wlan0: [at(address)] })).toEqual([{ address, name: 'wlan0' }]);
});

it.each([
  ['public', [at('203.0.113.7')]],
  ['beyond 172.16/12', [at('172.32.0.1')]],
  ['of no network', [at('169.254.3.4')]],
  ['this machine alone', [at('127.0.0.1', { internal: true })]],
  ['IPv6', [at('fd00::1', { family: 'IPv6' })]],
  ['of an interface without one', undefined],
])('what is %s is not', (_what, entries) => {
  expect(lanAddresses({ eth0: entries })).toEqual([]);
});

it('containers, machines and tunnels come last: a phone reaches none of them', () => {
  const found = lanAddresses({
    docker0: [at('172.17.0.1')],
    'br-12ab': [at('172.18.0.1')],
    wg0: [at('10.9.0.2')],
    en0: [at('192.168.1.5')],
    eth1: [at('10.0.0.5')],
  });
  expect(found.map(({ name }) => name)).toEqual(['en0', 'eth1', 'docker0', 'br-12ab', 'wg0']);
});
