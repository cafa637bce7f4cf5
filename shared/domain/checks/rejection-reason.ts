/** `rejection_reason_code` of a result: stable, documented, one for each way a session is refused. */
export const rejectionReasons = {
  face_mismatch: 'The selfie does not show the person on the document.',
  no_face: 'No face could be found to compare.',
  document_expired: 'The document has expired.',
  document_unreadable: 'The document could not be read.',
  mrz_checksum_mismatch: 'A check digit of the machine-readable zone is wrong.',
  mrz_not_found: 'No machine-readable zone could be found.',
  not_a_document: 'The picture of the front does not show a document.',
  format_not_supported: 'The document can be read, but documents of its format are not supported.',
  visual_zone_mismatch: 'The print of the document differs from its machine-readable zone.',
  barcode_mismatch:
    'The barcode of the document differs from its print or its machine-readable zone.',
  front_back_mismatch: 'The front and the back are of different documents or people.',
  visual_zone_unreadable: 'The print of the document could not be compared with what was read.',
  document_not_allowed: 'This type or issuing country of document is not accepted.',
  document_type_mismatch: 'The document is not of the declared type.',
  under_age: 'The person is younger than required.',
  poor_quality: 'The picture of the document is not good enough.',
  document_tampered: 'The picture of the document was edited or taken from a screen.',
  liveness_failed: 'The challenges were not performed by a live person.',
  data_mismatch: 'What was typed differs from what was read.',
  duplicate: 'The person or the document was seen in another session.',
  watchlist_hit: 'The person may be on a sanctions list.',
  listed: 'The person is on a list of the organisation.',
  address_not_proven: 'The proof of address does not prove the address.',
  high_risk: 'The signals of the session add up to too high a risk.',
  no_lists_loaded: 'No sanctions list was loaded to look the person up in.',
  input_missing: 'Something the check needs was not provided.',
  declined_by_person: 'The person declined a step that the check needs.',
  check_left_out: 'A check that the workflow needs was left out of the session.',
  check_unavailable: 'A check could not be carried out.',
  external_rejected: 'The integrator rejected the session.',
  review_rejected: 'A reviewer rejected the session.',
  sandbox_rejected: 'The tester chose to reject the session.',
  rejected: 'The session was rejected.',
} as const;
export type RejectionReason = keyof typeof rejectionReasons;

export function isRejectionReason(value: string): value is RejectionReason {
  return Object.hasOwn(rejectionReasons, value);
}
