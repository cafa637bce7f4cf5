import ipaddr from 'ipaddr.js';
import type { networkInterfaces } from 'node:os';

export interface LanAddress {
  readonly address: string;
  /** As the system calls the interface. */
  readonly name: string;
}

/** Of containers, virtual machines and tunnels: a phone on the Wi-Fi reaches none of them. */
const virtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|zt|tailscale|lxc|cni)/;

/** The private IPv4 addresses of interfaces that are up, the likely ones first. */
export function lanAddresses(
  interfaces: ReturnType<typeof networkInterfaces>,
): readonly LanAddress[] {
  const found = Object.entries(interfaces).flatMap(([name, entries = []]) =>
    entries
      .filter(
        ({ family, internal, address }) => family === 'IPv4' && !internal && isPrivate(address),
      )
      .map(({ address }) => ({ address, name })),
  );
  return [
    ...found.filter(({ name }) => !virtual.test(name)),
    ...found.filter(({ name }) => virtual.test(name)),
  ];
}

/** RFC 1918. */
function isPrivate(address: string): boolean {
  return ipaddr.parse(address).range() === 'private';
}
