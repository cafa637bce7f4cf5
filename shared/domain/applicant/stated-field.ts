/** The fields that can be compared with a document or with other sessions, by the names they go by. */
export const spellings = {
  firstName: ['first_name', 'given_name', 'given_names', 'forename'],
  middleName: ['middle_name', 'middle_names'],
  lastName: ['last_name', 'surname', 'family_name'],
  fullName: ['full_name', 'name'],
  dateOfBirth: ['date_of_birth', 'birth_date', 'birthdate', 'dob'],
  documentNumber: ['document_number', 'id_number', 'passport_number'],
  issuingState: ['document_issuing_state', 'issuing_state', 'issuing_country'],
  nationality: ['nationality', 'citizenship'],
  sex: ['gender', 'sex'],
  email: ['email', 'email_address'],
  phone: ['phone', 'phone_number', 'mobile', 'mobile_phone'],
} as const;
export type StatedField = keyof typeof spellings;
export type StatedFields = Readonly<Partial<Record<StatedField, string>>>;
