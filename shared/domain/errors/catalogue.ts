/**
 * The one catalogue of errors: code → HTTP status, whether the same call may succeed later, and the
 * sentence the caller reads. Codes are part of the published contract; sentences are not.
 */
export const errorCatalogue = {
  bad_request: { status: 400, retryable: false, message: 'The request could not be understood.' },
  malformed_json: { status: 400, retryable: false, message: 'The body is not valid JSON.' },
  unsupported_version: {
    status: 400,
    retryable: false,
    message: 'This API version is unknown or retired.',
  },
  two_callers: {
    status: 400,
    retryable: false,
    message: 'Send an API key or the cookie of the console, not both.',
  },
  unauthorized: { status: 401, retryable: false, message: 'A valid API key is required.' },
  key_expired: { status: 401, retryable: false, message: 'This API key has expired.' },
  signed_out: {
    status: 401,
    retryable: false,
    message: 'The sign-in is over, or was ended. Sign in again.',
  },
  second_factor_required: {
    status: 401,
    retryable: false,
    message: 'The sign-in is not complete: a second factor is still to be shown.',
  },
  sign_in_refused: {
    status: 401,
    retryable: false,
    message: 'E-mail address and password do not belong together.',
  },
  code_refused: {
    status: 403,
    retryable: false,
    message: 'The code is wrong, has run out or was used before.',
  },
  cross_site_request: {
    status: 403,
    retryable: false,
    message: "Only the console's own pages may call by its cookie.",
  },
  role_required: {
    status: 403,
    retryable: false,
    message: 'The role of the reviewer does not allow this.',
  },
  reauthentication_required: {
    status: 403,
    retryable: false,
    message: 'A second factor has to be shown again for this.',
  },
  not_yourself: {
    status: 403,
    retryable: false,
    message: 'Whoever signed in acts as themselves: reviewer_id is another user.',
  },
  missing_scope: {
    status: 403,
    retryable: false,
    message: 'The caller lacks the scope for this call.',
  },
  ip_not_allowed: {
    status: 403,
    retryable: false,
    message: 'This API key may not be used from this address.',
  },
  key_beyond_own: {
    status: 403,
    retryable: false,
    message: 'The caller may not change or end what has more rights than it has.',
  },
  origin_not_allowed: {
    status: 403,
    retryable: false,
    message: 'Pages of this origin may not call this.',
  },
  sandbox_only: { status: 403, retryable: false, message: 'Only a sandbox key may do this.' },
  live_only: { status: 403, retryable: false, message: 'Only a live key may do this.' },
  signature_invalid: { status: 403, retryable: false, message: 'The link is not valid.' },
  not_found: { status: 404, retryable: false, message: 'There is no such resource.' },
  method_not_allowed: {
    status: 405,
    retryable: false,
    message: 'Method not allowed on this path.',
  },
  body_too_slow: { status: 408, retryable: true, message: 'The body came too slowly.' },
  invalid_state: {
    status: 409,
    retryable: false,
    message: 'The session is not in a state that allows this.',
  },
  session_redacted: { status: 409, retryable: false, message: 'The session has been redacted.' },
  sensitive_data_expired: {
    status: 409,
    retryable: false,
    message: "The session's personal data has passed its retention.",
  },
  legal_hold: { status: 409, retryable: false, message: 'A legal hold is on the session.' },
  stale_decision: {
    status: 409,
    retryable: false,
    message: 'The decision is for something already past.',
  },
  link_in_use: { status: 409, retryable: false, message: 'The link is in use on another device.' },
  consent_required: { status: 409, retryable: false, message: 'Consent has to be given first.' },
  consent_withdrawn: {
    status: 409,
    retryable: false,
    message: 'Consent was withdrawn; it has to be given anew over the link.',
  },
  not_offered: {
    status: 409,
    retryable: false,
    message: 'The organisation does not offer this.',
  },
  case_closed: { status: 409, retryable: false, message: 'The case is closed.' },
  case_claimed: { status: 409, retryable: false, message: 'The case is claimed by someone else.' },
  nonce_used: {
    status: 409,
    retryable: false,
    message: 'Frames were already accepted for this nonce.',
  },
  nonce_expired: {
    status: 409,
    retryable: false,
    message: 'The nonce has run out, or a newer one took its place.',
  },
  case_escalated: {
    status: 409,
    retryable: false,
    message: 'The reviewer who escalated a case cannot decide it.',
  },
  same_reviewer: {
    status: 409,
    retryable: false,
    message: 'The second reviewer has to be another person than the first.',
  },
  reviewer_required: {
    status: 409,
    retryable: false,
    message: 'Under dual review the call has to name who decides: reviewer_id.',
  },
  user_exists: {
    status: 409,
    retryable: false,
    message: 'A user with this e-mail address already exists.',
  },
  last_admin: {
    status: 409,
    retryable: false,
    message: 'Somebody has to be left who can let people in: this is the last admin.',
  },
  identity_exists: {
    status: 409,
    retryable: false,
    message: 'An identity with this external_ref already exists.',
  },
  identity_redacted: { status: 409, retryable: false, message: 'The identity has been redacted.' },
  identity_merged: {
    status: 409,
    retryable: false,
    message: 'The identity was merged into another one.',
  },
  list_exists: { status: 409, retryable: false, message: 'A list has this name already.' },
  list_of_review: {
    status: 409,
    retryable: false,
    message: 'The list of reviewers cannot be changed or deleted; its items can be.',
  },
  workflow_is_default: {
    status: 409,
    retryable: false,
    message: 'The default workflow cannot be deactivated.',
  },
  workflow_inactive: { status: 409, retryable: false, message: 'The workflow is not active.' },
  endpoint_limit: {
    status: 409,
    retryable: false,
    message: 'The environment has as many webhook endpoints as it may have.',
  },
  resend_limit: {
    status: 409,
    retryable: false,
    message: 'The invitation was sent again as often as it may be.',
  },
  endpoint_disabled: { status: 409, retryable: false, message: 'The endpoint is disabled.' },
  delivery_pending: {
    status: 409,
    retryable: false,
    message: 'The delivery is still being tried.',
  },
  idempotency_in_progress: {
    status: 409,
    retryable: true,
    message: 'The first request with this Idempotency-Key is still running.',
  },
  token_unavailable: {
    status: 410,
    retryable: false,
    message: 'The link is unknown, used or has run out.',
  },
  document_gone: { status: 410, retryable: false, message: 'The document is no longer available.' },
  payload_too_large: {
    status: 413,
    retryable: false,
    message: 'The request is larger than allowed.',
  },
  unsupported_media_type: {
    status: 415,
    retryable: false,
    message: 'This media type is not accepted.',
  },
  unsupported_file_type: {
    status: 415,
    retryable: false,
    message: 'The file is not a JPEG, PNG, WebP or PDF by its content.',
  },
  validation_failed: { status: 422, retryable: false, message: 'Some fields are not valid.' },
  missing_pieces: {
    status: 422,
    retryable: false,
    message: 'Something required is still missing.',
  },
  nonce_unknown: {
    status: 422,
    retryable: false,
    message: 'The nonce was not given out for this capture.',
  },
  invalid_image: { status: 422, retryable: false, message: 'The picture cannot be decoded.' },
  image_too_large: {
    status: 422,
    retryable: false,
    message: 'The picture has more than 64 megapixels.',
  },
  image_too_small: { status: 422, retryable: false, message: 'The picture is too small.' },
  face_count: {
    status: 422,
    retryable: false,
    message: 'The picture has to show exactly one face.',
  },
  invalid_definition: {
    status: 422,
    retryable: false,
    message: 'The workflow definition is not valid.',
  },
  idempotency_mismatch: {
    status: 422,
    retryable: false,
    message: 'This Idempotency-Key was used with other parameters.',
  },
  too_many_attempts: {
    status: 429,
    retryable: false,
    message: 'Too many attempts for this session.',
  },
  rate_limited: { status: 429, retryable: true, message: 'Too many requests.' },
  internal_error: { status: 500, retryable: true, message: 'Something went wrong on our side.' },
  mail_unavailable: {
    status: 503,
    retryable: true,
    message: 'The mail server is away, or none is configured.',
  },
  temporarily_unavailable: {
    status: 503,
    retryable: true,
    message: 'A part of the service is down; try again shortly.',
  },
  erasures_unapplied: {
    status: 503,
    retryable: true,
    message: 'The records come from a backup, and erasures since then are still to be repeated.',
  },
  // Never seen by a caller: raised inside workflows and activities, and by operators' tools.
  message_unsigned: {
    status: 403,
    retryable: false,
    message: 'The service has not signed this message; operators may send what the signals carry.',
  },
  message_stale: {
    status: 409,
    retryable: true,
    message: 'The message was signed for an earlier state of the session.',
  },
  transition_conflict: {
    status: 500,
    retryable: false,
    message: 'Another content is recorded for this sequence number.',
  },
  attempt_stale: {
    status: 500,
    retryable: false,
    message: 'The attempt this answer belongs to is over.',
  },
  key_destroyed: {
    status: 410,
    retryable: false,
    message: 'The data key of this session was destroyed.',
  },
  ciphertext_invalid: {
    status: 500,
    retryable: false,
    message: 'A stored ciphertext does not verify.',
  },
  engine_failed: { status: 500, retryable: true, message: 'A check engine failed.' },
  artifact_unavailable: {
    status: 500,
    retryable: false,
    message: 'A needed tool or model cannot be had on this machine.',
  },
  watchlist_invalid: {
    status: 500,
    retryable: false,
    message: 'A watchlist file is not what its publisher publishes.',
  },
  watchlist_unavailable: {
    status: 500,
    retryable: true,
    message: 'A watchlist file cannot be fetched.',
  },
  config_invalid: { status: 500, retryable: false, message: 'The configuration is not valid.' },
} as const satisfies Record<string, { status: number; retryable: boolean; message: string }>;

export type ErrorCode = keyof typeof errorCatalogue;

export function isErrorCode(value: string): value is ErrorCode {
  return Object.hasOwn(errorCatalogue, value);
}
