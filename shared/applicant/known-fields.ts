import { z } from 'zod';
import type { Keyring } from '../crypto/keyring';
import { openJson } from '../crypto/seal';
import { keyToWork, sealContext, type Keyed } from '../crypto/session-key';
import type { SessionRow } from '../database/schema';

type SealedFields = Keyed & Pick<SessionRow, 'fields_sealed' | 'typed_in_fields'>;

const record = z.record(z.string(), z.unknown());

/**
 * The `fields` that the integrator gave at creation, whatever it named them; nothing that the person
 * typed is among them.
 *
 * @throws VerifaError key_destroyed once the session was redacted
 */
export function readKnownFields(
  keyring: Keyring,
  session: SealedFields,
): Readonly<Record<string, unknown>> {
  const { id, fields_sealed: sealed, typed_in_fields: typed } = session;
  if (sealed === null) return {};
  const fields = record.parse(
    openJson(keyToWork(keyring, session), sealContext.fields(id), sealed),
  );
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !typed.includes(name)));
}
