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

/**
 * Whether a range is written as auditors read one: IPv4 as four decimal numbers, IPv6 as such. `2130706433`,
 * `0x7f.1` and `::ffff:127.0.0.1` are addresses too, and look like others.
 */
export function isPlainRange(text: string): boolean {
  const [, address = '', bits] = /^([0-9a-f.:]+?)(\/\d{1,3})?$/i.exec(text) ?? [];
  if (parseRange(text) === null || (bits !== undefined && /^\/0\d/.test(bits))) return false;
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return true;
  return (
    !address.includes('.') &&
    ipaddr.IPv6.isValid(address) &&
    !ipaddr.IPv6.parse(address).isIPv4MappedAddress()
  );
}
