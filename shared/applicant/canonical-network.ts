import ipaddr from 'ipaddr.js';

/** An address or a range as `address/prefix`, its host bits cleared; null when it is neither. */
export function canonicalNetwork(text: string): string | null {
  const [address = '', prefix, ...more] = text.trim().split('/');
  if (!ipaddr.isValid(address) || more.length > 0) return null;
  const parsed = ipaddr.process(address);
  const bits = parsed.kind() === 'ipv4' ? 32 : 128;
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) return null;
  const length = prefix === undefined ? bits : Number(prefix);
  return length > bits ? null : network(parsed.toByteArray(), length);
}

/** Every range the address lies in, itself first: to look it up among stored hashes of ranges. */
export function networksOf(address: string): readonly string[] {
  if (!ipaddr.isValid(address)) return [];
  const bytes = ipaddr.process(address).toByteArray();
  const bits = bytes.length * 8;
  return Array.from({ length: bits + 1 }, (_, shorter) => network(bytes, bits - shorter));
}

function network(bytes: readonly number[], length: number): string {
  const masked = bytes.map((byte, index) => {
    const kept = Math.min(8, Math.max(0, length - index * 8));
    return byte & (0xff << (8 - kept)) & 0xff;
  });
  return `${ipaddr.fromByteArray(masked).toString()}/${String(length)}`;
}
