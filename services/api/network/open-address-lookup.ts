import { createAddressLookup, type LookUpAddress } from './address-facts';
import { readAddressList } from './address-list';
import { openCountryDatabase } from './country-database';

export interface AddressListFiles {
  readonly TOR_EXIT_LIST?: string | undefined;
  readonly DATACENTER_RANGES?: string | undefined;
}

/** The country database and the operator's lists, as a process's settings name them. */
export async function openAddressLookup(files: AddressListFiles): Promise<LookUpAddress> {
  const { TOR_EXIT_LIST: torExits, DATACENTER_RANGES: datacenters } = files;
  return createAddressLookup({
    countryOf: await openCountryDatabase(),
    torExits: torExits === undefined ? null : await readAddressList(torExits),
    datacenters: datacenters === undefined ? null : await readAddressList(datacenters),
  });
}
