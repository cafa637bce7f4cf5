import ipaddr from 'ipaddr.js';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';

type Network = ReturnType<typeof ipaddr.parseCIDR>;
export type ClientAddress = (
  socketAddress: string | undefined,
  forwardedFor: string | readonly string[] | undefined,
) => string;

/**
 * The client's address: the socket's, unless that is a trusted proxy; then the rightmost
 * X-Forwarded-For entry that is not one. What stands further left anybody may have written.
 */
export function createClientAddress(trustedProxies: readonly string[]): ClientAddress {
  const trusted = trustedProxies.map(parseNetwork);
  const isTrusted = (address: string): boolean => isInNetworks(address, trusted);

  return (socketAddress, forwardedFor) => {
    const direct = normalize(socketAddress ?? '') ?? 'unknown';
    if (!isTrusted(direct)) return direct;
    const listed = typeof forwardedFor === 'string' ? [forwardedFor] : (forwardedFor ?? []);
    const hops = listed.join(',').split(',').reverse();
    for (const hop of hops) {
      const address = normalize(hop.trim());
      // An entry that is no address ends what can be believed.
      if (address === undefined) break;
      if (!isTrusted(address)) return address;
    }
    return direct;
  };
}

/** Whether an address lies in one of the listed addresses or CIDRs. */
export function isAddressAllowed(address: string, allowList: readonly string[]): boolean {
  return isInNetworks(address, allowList.map(parseNetwork));
}

/** Who has one IPv6 address has the 2^64 of its network too: they count as one. */
export function networkOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  const { parts } = ipaddr.IPv6.parse(address);
  return parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':');
}

function isInNetworks(address: string, networks: readonly Network[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return networks.some(
    ([network, bits]) => parsed.kind() === network.kind() && parsed.match(network, bits),
  );
}

function normalize(address: string): string | undefined {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : undefined;
}

function parseNetwork(text: string): Network {
  try {
    if (text.includes('/')) return ipaddr.parseCIDR(text);
    const address = ipaddr.process(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch (cause) {
    throw new VerifaError('config_invalid', { detail: 'not an address or CIDR', cause });
  }
}
