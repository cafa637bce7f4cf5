import type { TextKey } from '../texts';

export type FieldKind = 'text' | 'email' | 'phone' | 'date' | 'country' | 'sex';

/** How a field is asked for. */
export interface FieldForm {
  readonly kind: FieldKind;
  /** Null for a field of the integrator's own, which goes by its name. */
  readonly label: TextKey | null;
  /** WCAG 1.3.5: browsers fill in what they know of their person. */
  readonly autocomplete: string;
}

type Known = readonly [label: TextKey, autocomplete: string, kind: FieldKind];

/** By the names that a workflow may ask for (`shared/domain/graph/user-info-fields.ts`). */
const known: Readonly<Record<string, Known>> = {
  ...named(
    ['first_name', 'given_name', 'given_names', 'forename'],
    'field.first_name',
    'given-name',
  ),
  ...named(['middle_name', 'middle_names'], 'field.middle_name', 'additional-name'),
  ...named(['last_name', 'surname', 'family_name'], 'field.last_name', 'family-name'),
  ...named(['full_name', 'name'], 'field.full_name', 'name'),
  ...named(['birth_name', 'maiden_name'], 'field.birth_name'),
  ...named(['title'], 'field.title', 'honorific-prefix'),
  ...named(
    ['date_of_birth', 'birth_date', 'birthdate', 'dob'],
    'field.date_of_birth',
    'bday',
    'date',
  ),
  ...named(['place_of_birth'], 'field.place_of_birth'),
  ...named(['country_of_birth'], 'field.country_of_birth', 'off', 'country'),
  ...named(['gender', 'sex'], 'field.sex', 'sex', 'sex'),
  ...named(['nationality', 'citizenship'], 'field.nationality', 'off', 'country'),
  ...named(['marital_status'], 'field.marital_status'),
  ...named(['email', 'email_address'], 'field.email', 'email', 'email'),
  ...named(['phone', 'phone_number', 'mobile', 'mobile_phone'], 'field.phone', 'tel', 'phone'),
  ...named(
    ['address', 'full_address', 'home_address', 'residential_address'],
    'field.address',
    'street-address',
  ),
  ...named(['street_address', 'street', 'street_name'], 'field.street', 'address-line1'),
  ...named(['house_number', 'street_number', 'building_number'], 'field.house_number'),
  ...named(['apartment', 'unit'], 'field.apartment', 'address-line2'),
  ...named(['address_line_one'], 'field.address_line_one', 'address-line1'),
  ...named(['address_line_two'], 'field.address_line_two', 'address-line2'),
  ...named(['postal_code', 'postcode', 'zip', 'zip_code'], 'field.postal_code', 'postal-code'),
  ...named(['city', 'town', 'address_city', 'locality'], 'field.city', 'address-level2'),
  ...named(['state', 'province', 'region', 'county'], 'field.region', 'address-level1'),
  ...named(['country', 'country_of_residence'], 'field.country', 'country', 'country'),
  ...named(['document_number', 'id_number', 'passport_number'], 'field.document_number'),
  ...named(
    ['document_issuing_state', 'issuing_state', 'issuing_country'],
    'field.issuing_state',
    'off',
    'country',
  ),
  ...named(['tax_id'], 'field.tax_id'),
  ...named(['ssn', 'national_id_number', 'personal_number'], 'field.personal_number'),
  ...named(['occupation', 'job_title'], 'field.occupation', 'organization-title'),
  ...named(['employer'], 'field.employer', 'organization'),
  ...named(['company', 'company_name'], 'field.company', 'organization'),
  ...named(['source_of_funds'], 'field.source_of_funds'),
  ...named(['purpose'], 'field.purpose'),
  ...named(['customer_number'], 'field.customer_number'),
  ...named(['username'], 'field.username', 'username'),
};

export function fieldForm(field: string): FieldForm {
  const form = Object.hasOwn(known, field) ? known[field] : undefined;
  if (form === undefined) return { label: null, autocomplete: 'off', kind: kindByName(field) };
  const [label, autocomplete, kind] = form;
  return { label, autocomplete, kind };
}

/** As the server judges further contacts and days: by the end of their name. */
function kindByName(field: string): FieldKind {
  if (field.endsWith('_email')) return 'email';
  if (field.endsWith('_phone')) return 'phone';
  return field.endsWith('_date') ? 'date' : 'text';
}

/** `custom_loyalty_card` → "Loyalty card". */
export function nameAsLabel(field: string): string {
  const words = field.replace(/^custom_/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function named(
  fields: readonly string[],
  label: TextKey,
  autocomplete = 'off',
  kind: FieldKind = 'text',
): Record<string, Known> {
  const form: Known = [label, autocomplete, kind];
  return Object.fromEntries(fields.map((field) => [field, form]));
}
