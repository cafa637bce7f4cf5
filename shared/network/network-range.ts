import ipaddr from 'ipaddr.js';

export type NetworkRange = ReturnType<typeof ipaddr.parseCIDR>;

/** An address or a CIDR; null for what is neither. */
export function parseRange(text: string): NetworkRange | null {
  if (text.includes('/')) return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : null;
  if (!ipaddr.isValid(text)) return null;
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/** Whether every address of the inner range lies in the outer one. */
export function isWithin(
  [inner, innerBits]: NetworkRange,
  [outer, outerBits]: NetworkRange,
): boolean {
  return inner.kind() === outer.kind() && innerBits >= outerBits && inner.match(outer, outerBits);
}
