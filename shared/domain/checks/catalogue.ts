import { comparedFields } from './compared-fields';
import { duplicateKinds } from './duplicate-kind';
import { forensicReasons } from './forensic-reasons';
import { livenessChallenges } from './liveness-challenge';
import { livenessDoubts } from './liveness-doubts';
import type { CheckName } from './outcome';
import type { RejectionReason } from './rejection-reason';

/**
 * One class of resource each: what reads documents, what compares faces, and what asks the records. The
 * first two run side by side; the records are asked when both are done, for they judge what was read.
 */
export const checkClasses = ['document', 'face', 'records'] as const;
export type CheckClass = (typeof checkClasses)[number];

export interface CheckRecord {
  readonly class: CheckClass;
  /** What it judges (`4-verification.md`), for `GET /verification-policies`. */
  readonly description: string;
  /** With what it can fail, as its judge says it: the first is what it usually is. */
  readonly reasons: readonly [string, ...string[]];
  /** What a session is rejected for by it, unless its own first reason says more. */
  readonly rejection: RejectionReason;
}

/**
 * Every check there is. Beside it stand only what cannot be here: its configuration (`check-config.ts`, zod,
 * which workflow code does not load) and its judge (`activities/checks/registry.ts`).
 */
export const checkCatalogue: Readonly<Record<CheckName, CheckRecord>> = {
  document_quality: {
    class: 'document',
    description: 'Blur, glare, darkness, size and cut-off of the document pictures.',
    reasons: ['blurred', 'glare', 'too_dark', 'too_small', 'cut_off'],
    rejection: 'poor_quality',
  },
  document_ocr: {
    class: 'document',
    description:
      'Reads the document; its parts agree with each other and all check digits are right.',
    reasons: [
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
    rejection: 'document_unreadable',
  },
  document_expiration: {
    class: 'document',
    description: "Not expired on the day, in the organisation's calendar.",
    reasons: ['document_expired', 'issued_in_future'],
    rejection: 'document_expired',
  },
  id_document_filter: {
    class: 'document',
    description: 'The type and the issuing country are allowed.',
    reasons: [
      'document_type_not_allowed',
      'issuing_country_not_allowed',
      'document_type_mismatch',
      'issuing_country_mismatch',
    ],
    rejection: 'document_not_allowed',
  },
  document_forensics: {
    class: 'document',
    description:
      'Traces of editing, screenshots, photographs of screens, home-made zones, pictures used before.',
    reasons: [...forensicReasons],
    rejection: 'document_tampered',
  },
  face_match: {
    class: 'face',
    description: 'The selfie shows the person on the document.',
    reasons: [
      'face_mismatch',
      'no_face_in_document',
      'no_face_in_selfie',
      'several_faces_in_selfie',
    ],
    rejection: 'face_mismatch',
  },
  liveness: {
    class: 'face',
    description: 'The three challenges were performed, in order, by the same face.',
    reasons: [
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
    rejection: 'liveness_failed',
  },
  age: {
    class: 'document',
    description: 'Old enough on the day.',
    reasons: ['under_age'],
    rejection: 'under_age',
  },
  identity_crossref: {
    class: 'records',
    description: 'What was typed or known beforehand is what was read.',
    reasons: [
      'name_unclear',
      ...comparedFields.map((field) => `${field}_mismatch`),
      'input_unclear',
    ],
    rejection: 'data_mismatch',
  },
  duplicate_detection: {
    class: 'records',
    description: 'Seen in earlier sessions of other people.',
    reasons: [
      `duplicate_${duplicateKinds[0]}`,
      ...duplicateKinds.slice(1).map((kind) => `duplicate_${kind}`),
    ],
    rejection: 'duplicate',
  },
  watchlist_screening: {
    class: 'records',
    description: 'Name and date of birth against the loaded sanctions lists.',
    reasons: ['watchlist_hit'],
    rejection: 'watchlist_hit',
  },
  check_against_list: {
    class: 'records',
    description: "The organisation's own block, flag and allow lists.",
    reasons: ['on_block_list'],
    rejection: 'listed',
  },
  proof_of_address_check: {
    class: 'document',
    description: 'Name, address and age of the proof of address.',
    reasons: [
      'name_mismatch',
      'address_mismatch',
      'date_not_found',
      'document_too_old',
      'not_a_proof_of_address',
      'issuer_not_found',
      'exif_editing_software',
      'unreadable',
    ],
    rejection: 'address_not_proven',
  },
  risk_assessment: {
    class: 'records',
    description: 'The signals of the session, summed up.',
    reasons: ['risk_high', 'risk_critical', 'risk_blocked'],
    rejection: 'high_risk',
  },
};
