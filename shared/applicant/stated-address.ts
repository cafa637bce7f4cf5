import { z } from 'zod';
import type { Keyring } from '../crypto/keyring';
import type { SessionRow } from '../database/schema';
import { readKnownFields } from './known-fields';
import { snakeCase } from './stated-fields';
import { readTypedData } from './typed-data';

/** What was said of where the person lives, before any proof was read. */
export interface StatedAddress {
  /** All of it on one line; null when nobody said it. */
  readonly address: string | null;
  /** The day of the proof, as the person gave it with the upload. */
  readonly proofDay: string | null;
  /** What kind of paper it is, as the person said; null when nobody said. */
  readonly proofKind: string | null;
}

/** An address in one field, or its parts, in the order in which they are put together. */
const parts = [
  ['address', 'full_address', 'home_address', 'residential_address'],
  ['address_line_1', 'address_line1', 'street_address', 'street', 'street_name'],
  ['house_number', 'street_number', 'building_number'],
  ['address_line_2', 'address_line2', 'apartment', 'unit'],
  ['postal_code', 'postcode', 'zip', 'zip_code'],
  ['city', 'town', 'address_city', 'locality'],
] as const;

const record = z.record(z.string(), z.unknown());

/**
 * What the person typed counts before what the integrator knew, each as a whole: half of one address and
 * half of another is nobody's.
 *
 * @throws VerifaError key_destroyed once the session was redacted
 */
export function readStatedAddress(keyring: Keyring, session: SessionRow): StatedAddress {
  const typed = readTypedData(keyring, session);
  return {
    address:
      addressOf(typed.user_info?.values ?? {}) ?? addressOf(readKnownFields(keyring, session)),
    proofDay: typed.proof_of_address?.document_date ?? null,
    proofKind: typed.proof_of_address?.document_type ?? null,
  };
}

function addressOf(values: Readonly<Record<string, unknown>>): string | null {
  const byName = new Map(Object.entries(values).map(([name, value]) => [snakeCase(name), value]));
  // An address may come as an object of its parts.
  const nested = record.safeParse(byName.get('address'));
  if (nested.success) return addressOf(nested.data);
  const found = parts.flatMap((spellings) => {
    const value = spellings
      .map((spelling) => byName.get(spelling))
      .find((given) => typeof given === 'number' || (typeof given === 'string' && given !== ''));
    return typeof value === 'string' || typeof value === 'number' ? [String(value).trim()] : [];
  });
  const address = found.join(' ');
  // A city alone is where somebody comes from, not where they live.
  return /\s/.test(address) && found.length > 0 ? address : null;
}
