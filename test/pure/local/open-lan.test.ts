import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NetworkInterfaceInfo } from 'node:os';
import { certificateFor } from '../../../services/local/lan/certificate';
import { openLan } from '../../../services/local/lan/open-lan';

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'verifa-lan-'));
});
afterEach(() => rm(path, { recursive: true, force: true }));

const folder = { file: (name: string) => join(path, name) };
const at = (address: string): NetworkInterfaceInfo[] => [
  { address, netmask: '', mac: '', internal: false, cidr: null, family: 'IPv4' },
];

async function opened(interfaces: Record<string, NetworkInterfaceInfo[]>, chosen?: string) {
  const said: string[] = [];
  const report = (line: string): void => void said.push(line);
  const { address } = await openLan({ folder, interfaces, chosen, report });
  return { address, said };
}

it('takes the one there is, and says nothing', async () => {
  expect(await opened({ wlan0: at('192.168.1.5') })).toEqual({ address: '192.168.1.5', said: [] });
});

it('of several the likeliest, and says which others there are and how to choose', async () => {
  const { address, said } = await opened({ docker0: at('172.17.0.1'), wlan0: at('192.168.1.5') });
  expect(address).toBe('192.168.1.5');
  expect(said.join()).toMatch(/172\.17\.0\.1 \(docker0\); LAN_ADDRESS chooses/);
});

it('the chosen one, whatever is found', async () => {
  expect(await opened({}, '10.0.0.9')).toEqual({ address: '10.0.0.9', said: [] });
});

it('none: one sentence with the way out', async () => {
  await expect(opened({ eth0: at('203.0.113.7') })).rejects.toMatchObject({
    code: 'config_invalid',
    detail: expect.stringMatching(/no address in a private network.*LAN_ADDRESS\.$/) as unknown,
  });
});

describe('the certificate', () => {
  const now = new Date('2026-11-28T00:00:00Z');
  const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);

  it('is kept for its address, and made anew for another one and before it runs out', async () => {
    const first = await certificateFor(folder, '192.168.1.5', now);
    expect(await certificateFor(folder, '192.168.1.5', later(300))).toEqual(first);
    const renewed = await certificateFor(folder, '192.168.1.5', later(359));
    expect(renewed.fingerprint).not.toBe(first.fingerprint);
    const moved = await certificateFor(folder, '192.168.1.6', later(359));
    expect(moved.fingerprint).not.toBe(renewed.fingerprint);
    expect(moved.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  });
});
