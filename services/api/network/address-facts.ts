import type { BlockList } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What is known of an address at the moment it is seen; null: nobody could tell. */
export interface AddressFacts {
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly torExit: boolean | null;
  readonly datacenter: boolean | null;
}

/** Null for an address that is none of the public internet's: it says nothing about anybody. */
export type LookUpAddress = (address: string) => AddressFacts | null;

export interface AddressSources {
  readonly countryOf: (address: string) => string | null;
  /** Null when the operator brought no list. */
  readonly torExits: BlockList | null;
  readonly datacenters: BlockList | null;
}

export function createAddressLookup(sources: AddressSources): LookUpAddress {
  return (address) => {
    if (!ipaddr.isValid(address)) return null;
    const parsed = ipaddr.process(address);
    if (parsed.range() !== 'unicast') return null;
    const kind = parsed.kind();
    const plain = parsed.toString();
    return {
      country: sources.countryOf(plain),
      torExit: sources.torExits?.check(plain, kind) ?? null,
      datacenter: sources.datacenters?.check(plain, kind) ?? null,
    };
  };
}
