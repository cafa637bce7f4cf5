/** What a workflow may ask a person to type: what checks compare or read, and what forms commonly ask. */
const userInfoFields: ReadonlySet<string> = new Set([
  ...[
    'first_name',
    'middle_name',
    'last_name',
    'full_name',
    'given_name',
    'given_names',
    'surname',
  ],
  ...['family_name', 'forename', 'middle_names', 'name', 'birth_name', 'maiden_name', 'title'],
  ...['date_of_birth', 'birth_date', 'birthdate', 'dob', 'place_of_birth', 'country_of_birth'],
  ...['gender', 'sex', 'nationality', 'citizenship', 'marital_status'],
  ...['email', 'email_address', 'phone', 'phone_number', 'mobile', 'mobile_phone'],
  ...['address', 'full_address', 'home_address', 'residential_address', 'street_address', 'street'],
  ...['street_name', 'house_number', 'street_number', 'building_number', 'apartment', 'unit'],
  ...['address_line_one', 'address_line_two', 'postal_code', 'postcode', 'zip', 'zip_code'],
  ...['city', 'town', 'address_city', 'locality', 'state', 'province', 'region', 'county'],
  ...['country', 'country_of_residence'],
  ...['document_number', 'id_number', 'passport_number', 'document_issuing_state', 'issuing_state'],
  ...['issuing_country', 'ssn', 'tax_id', 'national_id_number', 'personal_number'],
  ...['occupation', 'employer', 'job_title', 'company', 'company_name', 'source_of_funds'],
  ...['purpose', 'customer_number', 'username'],
]);

/** Further contacts and days, judged by the end of their name; and whatever is the integrator's own. */
const byTheirName = /^[a-z_]+_(email|phone|date)$|^custom_[a-z_]+$/;

/** `adress` is none: nobody would ever compare what is typed there. */
export function isUserInfoField(field: string): boolean {
  return userInfoFields.has(field) || byTheirName.test(field);
}
