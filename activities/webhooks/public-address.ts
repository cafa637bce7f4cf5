import ipaddr from 'ipaddr.js';

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address lies on the public internet. What is not known to be public is not: ranges are
 * allowed by name, and addresses that carry an IPv4 one inside are judged by it or refused.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  return address instanceof ipaddr.IPv4 ? isPublicV4(address) : isPublicV6(address);
}

function isPublicV4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast';
}

function isPublicV6(address: ipaddr.IPv6): boolean {
  if (address.isIPv4MappedAddress()) return isPublicV4(address.toIPv4Address());
  // NAT64's well-known prefix (RFC 6052): on IPv6-only networks every IPv4 receiver looks like this.
  if (address.range() === 'rfc6052') {
    return isPublicV4(new ipaddr.IPv4(address.toByteArray().slice(12)));
  }
  // Everything else that tunnels or embeds (6to4, Teredo, IPv4-compatible, ISATAP) is refused.
  return address.range() === 'unicast' && address.match(globalUnicast) && !isIsatap(address);
}

/** ISATAP (RFC 5214): an interface identifier of 0000:5efe or 0200:5efe and an IPv4 address. */
function isIsatap(address: ipaddr.IPv6): boolean {
  const [, , , , flags, marker] = address.parts;
  return (flags === 0 || flags === 0x0200) && marker === 0x5efe;
}
