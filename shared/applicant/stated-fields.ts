import { z } from 'zod';
import type { Keyring } from '../crypto/keyring';
import { openJson } from '../crypto/seal';
import { keyToWork, sealContext, type Keyed } from '../crypto/session-key';
import type { SessionRow } from '../database/schema';
import type { StatedField, StatedFields } from '../domain/applicant/stated-field';
import { spellings } from '../domain/applicant/stated-field';
import { readKnownFields } from './known-fields';
import { readTypedData } from './typed-data';

/** What was said of the person before any document was read. */
export interface StatedData {
  /** By the integrator, at creation. */
  readonly known: StatedFields;
  /** By the person, in the user-info step. */
  readonly typed: StatedFields;
  /** Where the link was sent. */
  readonly applicantEmail: string | null;
}

const applicantData = z.object({ applicant_email: z.string().optional() });

type SealedSession = Keyed &
  Pick<SessionRow, 'fields_sealed' | 'typed_sealed' | 'typed_in_fields' | 'applicant_sealed'>;

/** @throws VerifaError key_destroyed once the session was redacted */
export function readStatedData(keyring: Keyring, session: SealedSession): StatedData {
  const key = keyToWork(keyring, session);
  const { id, applicant_sealed: applicant } = session;
  const sent =
    applicant === null
      ? {}
      : applicantData.parse(openJson(key, sealContext.applicant(id), applicant));
  return {
    known: statedFields(readKnownFields(keyring, session)),
    typed: statedFields(readTypedData(keyring, session).user_info?.values ?? {}),
    applicantEmail: sent.applicant_email ?? null,
  };
}

/** Whatever is no text, or stands under a name we do not know, is the integrator's own. */
function statedFields(values: Readonly<Record<string, unknown>>): StatedFields {
  const bySpelling = new Map(
    Object.entries(values).map(([name, value]) => [snakeCase(name), value]),
  );
  const found: Partial<Record<StatedField, string>> = {};
  for (const field of statedFieldNames) {
    for (const spelling of spellings[field]) {
      const value = bySpelling.get(spelling);
      if (typeof value !== 'string' || value.trim() === '') continue;
      found[field] ??= value.trim();
    }
  }
  return found;
}

const statedFieldNames = [
  'firstName',
  'middleName',
  'lastName',
  'fullName',
  'dateOfBirth',
  'documentNumber',
  'issuingState',
  'nationality',
  'sex',
  'email',
  'phone',
] as const satisfies readonly StatedField[];

export function snakeCase(name: string): string {
  return name
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();
}
