/** What an integrator, a person, a reviewer and a receiver leave behind; each value is unique. */
export const planted = {
  external_ref: 'planted-ref-7f3a91c2',
  metadata: 'planted-metadata-5d0be6',
  tag: 'planted-tag-91ee02',
  redirect: 'planted-redirect-c41d7a',
  applicant_name: 'Plantagenet Applicantson',
  applicant_email: 'planted.applicant@example.org',
  known_field: 'Planted Street 4711, Nowhere',
  typed_email: 'planted.person@example.org',
  reviewers_reason: 'planted reason of a reviewer',
  // Stands in the picture of the passport only, where the checks read it.
  last_name: 'Zwetschgenbaum',
  first_name: 'Philomena',
  document_number: 'SPX015127',
} as const;
type Planted = keyof typeof planted;

/** Nobody reads these back over the API. */
export const unread = {
  idempotency_key: 'planted-idempotency-03bb5f',
  receivers_answer: 'planted-answer-of-a-receiver',
  request_id: 'planted-request-of-Applicantson',
  header: 'planted-header-77c2aa',
  query: 'planted-query-8d11f0',
  file_name: 'planted-file-of-a-person',
} as const;

/** Kept in the clear until redaction, for filters and for the integrator; all else only sealed. */
export const keptInTheClear: readonly Planted[] = ['external_ref', 'metadata', 'tag', 'redirect'];
