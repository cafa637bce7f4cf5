import { open } from 'maxmind';
import { z } from 'zod';

/** A record of the packaged database; it knows countries only, no networks. */
const recordSchema = z.object({ country_code: z.string().length(2) });

/** The packaged country of every address range, read into memory once (8 MB). */
export async function openCountryDatabase(): Promise<(address: string) => string | null> {
  const path =
    require.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb');
  const reader = await open(path);
  return (address) => {
    const record = recordSchema.safeParse(reader.get(address));
    return record.success ? record.data.country_code : null;
  };
}
