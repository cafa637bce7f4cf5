import type { Kysely, Transaction } from 'kysely';
import type { Keyring } from '../../../shared/crypto/keyring';
import { hmacSha256 } from '../../../shared/crypto/seal';
import { mayRead } from '../../../shared/crypto/session-key';
import type { Database, SessionRow } from '../../../shared/database/schema';
import type { LookUpAddress } from '../network/address-facts';

/** More than any person has in one capture; a program that changes its address at will ends here. */
const addressesPerCapture = 50;

interface RecordAddressDeps {
  readonly keyring: Keyring;
  readonly lookUpAddress: LookUpAddress;
}

/**
 * From where a step came: what is known of the address now, beside a keyed hash of it. Under the session's
 * row lock, so that nothing is written once it was redacted.
 */
export async function recordAddress(
  trx: Transaction<Database>,
  { keyring, lookUpAddress }: RecordAddressDeps,
  session: SessionRow,
  { address, at }: { readonly address: string; readonly at: Date },
): Promise<void> {
  const facts = lookUpAddress(address);
  if (facts === null || !mayRead(session, 'consent_address')) return;
  if (await seeAgain(trx, keyring, session, { address, at })) return;
  const addressHash = hmacSha256(addressKey(keyring, session), address);
  const { seen } = await trx
    .selectFrom('session_addresses')
    .select((select) => select.fn.countAll<string>().as('seen'))
    .where('session_id', '=', session.id)
    .where('capture', '=', session.capture)
    .executeTakeFirstOrThrow();
  if (Number(seen) >= addressesPerCapture) return;
  await trx
    .insertInto('session_addresses')
    .values({
      organization_id: session.organization_id,
      environment: session.environment,
      session_id: session.id,
      capture: session.capture,
      address_hash: addressHash,
      country: facts.country,
      tor_exit: facts.torExit,
      datacenter: facts.datacenter,
      first_seen_at: at,
      last_seen_at: at,
    })
    .execute();
}

/**
 * Notes that the capture is still at an address that was recorded, which needs no lock: of a session that was
 * redacted meanwhile there is no row to note it in. False: nothing was recorded of this address yet.
 */
export async function seeAgain(
  db: Kysely<Database>,
  keyring: Keyring,
  session: SessionRow,
  { address, at }: { readonly address: string; readonly at: Date },
): Promise<boolean> {
  const seen = await db
    .updateTable('session_addresses')
    .set({ last_seen_at: at })
    .where('session_id', '=', session.id)
    .where('capture', '=', session.capture)
    .where('address_hash', '=', hmacSha256(addressKey(keyring, session), address))
    .returning('capture')
    .executeTakeFirst();
  return seen !== undefined;
}

/** One tenant's addresses cannot be found among another's. */
function addressKey(
  keyring: Keyring,
  { organization_id: organization, environment }: SessionRow,
): Buffer {
  return keyring.derive(`session-addresses/${organization}/${environment}`);
}
