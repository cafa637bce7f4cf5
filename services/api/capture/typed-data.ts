import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { Keyring } from '../../../shared/crypto/keyring';
import { openJson, sealJson } from '../../../shared/crypto/seal';
import { keyToWork, sealContext } from '../../../shared/crypto/session-key';
import type { Database, SessionRow } from '../../../shared/database/schema';

/** What the person typed in, beside what the integrator knew, under names of their own. */
const typedDataSchema = z.object({
  /** With the capture that brought the last of it: a reviewer may ask for it again. */
  user_info: z
    .object({ capture: z.number().int(), values: z.record(z.string(), z.string()) })
    .optional(),
  proof_of_address: z.object({ document_type: z.string(), document_date: z.string() }).optional(),
});
export type TypedData = z.output<typeof typedDataSchema>;

const sealedFields = z.record(z.string(), z.unknown());

export function readTypedData(keyring: Keyring, session: SessionRow): TypedData {
  return typedDataSchema.parse(allFields(keyring, session));
}

/** Adds to the sealed fields, in the transaction of the step that brought it. */
export async function addTypedData(
  trx: Transaction<Database>,
  keyring: Keyring,
  session: SessionRow,
  added: TypedData,
): Promise<void> {
  const fields = { ...allFields(keyring, session), ...added };
  await trx
    .updateTable('sessions')
    .set({
      fields_sealed: sealJson(keyToWork(keyring, session), sealContext.fields(session.id), fields),
    })
    .where('id', '=', session.id)
    .execute();
}

function allFields(keyring: Keyring, session: SessionRow): Readonly<Record<string, unknown>> {
  if (session.fields_sealed === null) return {};
  const key = keyToWork(keyring, session);
  return sealedFields.parse(openJson(key, sealContext.fields(session.id), session.fields_sealed));
}
