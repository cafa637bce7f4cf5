import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { Keyring } from '../crypto/keyring';
import { openJson, sealJson } from '../crypto/seal';
import { keyToWork, sealContext, type Keyed } from '../crypto/session-key';
import type { Database, SessionRow } from '../database/schema';

/** What the person typed in: a column of its own, which no key of the integrator's `fields` reaches. */
const typedDataSchema = z.object({
  /** Each value with the capture that brought it: a reviewer may ask for it again. */
  user_info: z
    .object({
      values: z.record(z.string(), z.string()),
      captures: z.record(z.string(), z.number().int()),
    })
    .optional(),
  /** Over the API either may be left unsaid. */
  proof_of_address: z
    .object({ document_type: z.string().optional(), document_date: z.string().optional() })
    .optional(),
});
export type TypedData = z.output<typeof typedDataSchema>;

type SealedTyped = Keyed & Pick<SessionRow, 'fields_sealed' | 'typed_sealed' | 'typed_in_fields'>;

/** @throws VerifaError key_destroyed once the session was redacted */
export function readTypedData(keyring: Keyring, session: SealedTyped): TypedData {
  const { id, typed_sealed: sealed } = session;
  if (sealed === null) return readTypedBefore(keyring, session);
  return typedDataSchema.parse(
    openJson(keyToWork(keyring, session), sealContext.typed(id), sealed),
  );
}

/** Adds to what was typed, in the transaction of the step that brought it and under its row lock. */
export async function addTypedData(
  trx: Transaction<Database>,
  keyring: Keyring,
  session: SessionRow,
  added: TypedData,
): Promise<void> {
  const typed = { ...readTypedData(keyring, session), ...added };
  await trx
    .updateTable('sessions')
    .set({
      typed_sealed: sealJson(keyToWork(keyring, session), sealContext.typed(session.id), typed),
    })
    .where('id', '=', session.id)
    .execute();
}

const mixedFields = z.record(z.string(), z.unknown());
const typedBeforeSchema = z.object({
  user_info: z
    .object({ capture: z.number().int(), values: z.record(z.string(), z.string()) })
    .transform(({ capture, values }) => ({
      values,
      captures: Object.fromEntries(Object.keys(values).map((field) => [field, capture])),
    }))
    .optional(),
  proof_of_address: typedDataSchema.shape.proof_of_address,
});

/**
 * Until release 0.1.0 both owners shared `fields_sealed`. The migration holds no key: it wrote down which
 * of the two names the person's own steps had filled, and only those are taken for typed.
 */
function readTypedBefore(keyring: Keyring, session: SealedTyped): TypedData {
  const { id, fields_sealed: sealed, typed_in_fields: typed } = session;
  if (sealed === null || typed.length === 0) return {};
  const fields = mixedFields.parse(
    openJson(keyToWork(keyring, session), sealContext.fields(id), sealed),
  );
  return typedBeforeSchema.parse(
    Object.fromEntries(Object.entries(fields).filter(([name]) => typed.includes(name))),
  );
}
