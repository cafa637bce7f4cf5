import { duplicateKinds } from './duplicate-kind';
import { forensicReasons } from './check-config';
import { comparedFields } from './compared-fields';
import { livenessChallenges } from './liveness-challenge';
import { livenessDoubts } from './liveness-doubts';
import type { CheckName } from './outcome';

/** With what each check can fail, as its judge says it: the first is what it usually is. */
export const failingReasons: Readonly<Record<CheckName, readonly [string, ...string[]]>> = {
  document_quality: ['blurred', 'glare', 'too_dark', 'too_small', 'cut_off'],
  document_ocr: [
    'mrz_not_found',
    'mrz_unreadable',
    'mrz_checksum_mismatch',
    'mrz_repaired',
    'format_not_supported',
    'not_a_document',
    'front_back_mismatch',
    'visual_zone_mismatch',
    'barcode_mismatch',
    'visual_zone_unreadable',
    'unknown_state',
    'date_of_birth_unreadable',
  ],
  document_expiration: ['document_expired', 'issued_in_future'],
  id_document_filter: [
    'document_type_not_allowed',
    'issuing_country_not_allowed',
    'document_type_mismatch',
    'issuing_country_mismatch',
  ],
  document_forensics: [...forensicReasons],
  face_match: [
    'face_mismatch',
    'no_face_in_document',
    'no_face_in_selfie',
    'several_faces_in_selfie',
  ],
  liveness: [
    `${livenessChallenges[0]}_not_performed`,
    ...livenessChallenges.slice(1).map((challenge) => `${challenge}_not_performed`),
    'no_face_in_neutral_frame',
    'no_face_in_challenge',
    'frames_repeated',
    'frames_replayed',
    'selfie_replayed',
    'same_photograph',
    ...livenessDoubts,
    'face_changed',
    'face_differs_from_selfie',
    'several_faces',
  ],
  age: ['under_age'],
  identity_crossref: [
    'name_unclear',
    ...comparedFields.map((field) => `${field}_mismatch`),
    'input_unclear',
  ],
  duplicate_detection: [
    `duplicate_${duplicateKinds[0]}`,
    ...duplicateKinds.slice(1).map((kind) => `duplicate_${kind}`),
  ],
  watchlist_screening: ['watchlist_hit'],
  check_against_list: ['on_block_list'],
  proof_of_address_check: [
    'name_mismatch',
    'address_mismatch',
    'date_not_found',
    'document_too_old',
    'not_a_proof_of_address',
    'issuer_not_found',
    'exif_editing_software',
    'unreadable',
  ],
  risk_assessment: ['risk_high', 'risk_critical', 'risk_blocked'],
};
