import type { CheckName } from './outcome';

/** What each check judges (`4-verification.md`), for `GET /verification-policies`. */
export const checkDescriptions: Readonly<Record<CheckName, string>> = {
  document_quality: 'Blur, glare, darkness, size and cut-off of the document pictures.',
  document_ocr:
    'Reads the document; its parts agree with each other and all check digits are right.',
  document_expiration: "Not expired on the day, in the organisation's calendar.",
  id_document_filter: 'The type and the issuing country are allowed.',
  document_forensics:
    'Traces of editing, screenshots, photographs of screens, home-made zones, pictures used before.',
  face_match: 'The selfie shows the person on the document.',
  liveness: 'The three challenges were performed, in order, by the same face.',
  age: 'Old enough on the day.',
  identity_crossref: 'What was typed or known beforehand is what was read.',
  duplicate_detection: 'Seen in earlier sessions of other people.',
  watchlist_screening: 'Name and date of birth against the loaded sanctions lists.',
  check_against_list: "The organisation's own block, flag and allow lists.",
  proof_of_address_check: 'Name, address and age of the proof of address.',
  risk_assessment: 'The signals of the session, summed up.',
};
