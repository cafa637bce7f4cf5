import { z } from 'zod';
import { canonicalEmail, canonicalPhone } from '../../../shared/applicant/canonical-contact';
import { canonicalDay, canonicalDocumentNumber } from '../../../shared/domain/canonical-document';
import { alpha3, knownStates, specimenState } from '../../../shared/domain/countries/states';
import { pageQuery } from '../http/pagination';

/** One way to read a text, or why it cannot be read so. */
function readAs(read: (text: string) => string | null, code: string, message: string) {
  return z
    .string()
    .max(400)
    .refine((text) => (read(text) ?? '') !== '', { params: { code }, message });
}

const searchFields = z.object({
  /** In any order of its words and any spelling that a document may give it. */
  name: z.string().trim().min(1).max(200).optional(),
  date_of_birth: readAs(canonicalDay, 'invalid_date', 'is not a calendar day').optional(),
  document_number: readAs(canonicalDocumentNumber, 'invalid_number', 'has no number').optional(),
  /** Alpha-2 or alpha-3; without it documents of every state are looked at. */
  issuing_state: z
    .string()
    .refine((code) => [specimenState, ...knownStates()].includes(alpha3(code)), {
      params: { code: 'unknown_country' },
      message: 'is not the code of a state',
    })
    .optional(),
  email: readAs(canonicalEmail, 'invalid_email', 'is not an e-mail address').optional(),
  phone: readAs(
    (text) => canonicalPhone(text, null),
    'invalid_phone',
    'is not a phone number with its country code',
  ).optional(),
});
export type SoughtPerson = z.output<typeof searchFields>;

/** A person is looked for by a body, never by an address: addresses are logged, bodies are not. */
export const searchBody = z
  .object({
    ...searchFields.shape,
    limit: z.number().int().min(1).max(100).default(50),
    after: pageQuery.after,
  })
  .superRefine(({ name, date_of_birth: day, document_number: number, ...others }, context) => {
    const refuse = (field: string, code: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [field], params: { code }, message });
    };
    const byPerson = name !== undefined || day !== undefined;
    const { issuing_state: state, email, phone } = others;
    if (!byPerson && [number, state, email, phone].every((one) => one === undefined)) {
      refuse(
        'name',
        'missing',
        'or a document number, e-mail address or phone number has to be given',
      );
    }
    // Names are kept with the day of birth only: alone either finds nobody.
    if (byPerson && name === undefined) refuse('name', 'missing', 'is needed with date_of_birth');
    if (byPerson && day === undefined) refuse('date_of_birth', 'missing', 'is needed with name');
    if (state !== undefined && number === undefined) {
      refuse('document_number', 'missing', 'is needed with issuing_state');
    }
  });
