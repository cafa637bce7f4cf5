import { z } from 'zod';
import { failingForensicReasons, forensicReasons } from './forensic-reasons';
import { alpha3, isKnownState } from '../countries/states';
import { documentTypes } from '../documents/document-types';
import { duplicateKinds } from './duplicate-kind';
import { watchlistSources } from '../watchlists/watchlist-source';
import { comparedFields } from './compared-fields';
import { failingDoubts, livenessDoubts } from './liveness-doubts';
import type { CheckName } from './outcome';

export const faceThresholds = ['standard', 'strict', 'very_strict'] as const;
export type FaceThreshold = (typeof faceThresholds)[number];

export const ageConfigSchema = z.strictObject({
  /** Whole years on the organisation's calendar day. */
  minimum_age: z.number().int().min(0).max(150).default(18),
});

export const idDocumentFilterConfigSchema = z.strictObject({
  /** Absent: every type. */
  allowed_types: z.array(z.enum(documentTypes)).optional(),
  /** Issuing states, alpha-2 or alpha-3. Absent: every one. */
  allowed_countries: z
    .array(
      z.string().refine((code) => isKnownState(alpha3(code)), {
        message: 'is not a country code of two or three letters',
        params: { code: 'unknown_country' },
      }),
    )
    .optional(),
});
export type IdDocumentFilterConfig = z.infer<typeof idDocumentFilterConfigSchema>;

export const faceMatchConfigSchema = z.strictObject({
  threshold: z.enum(faceThresholds).default('standard'),
});

export const identityCrossrefConfigSchema = z.strictObject({
  fields: z.array(z.enum(comparedFields)).default([...comparedFields]),
  /** Names alike to at least this degree are the same. */
  name_threshold: z.number().min(0).max(1).default(0.9),
  /** From here up to the threshold the reason is `name_unclear`, below it a mismatch. */
  name_unclear_from: z.number().min(0).max(1).default(0.7),
});

export const duplicateDetectionConfigSchema = z.strictObject({
  /** What is kept and compared; of what is not named, nothing is stored. */
  attributes: z.array(z.enum(duplicateKinds)).default([...duplicateKinds]),
  /** What fails the check; the others are reasons beside a pass. */
  fail_on: z.array(z.enum(duplicateKinds)).default(['document', 'face']),
  face_threshold: z.enum(faceThresholds).default('very_strict'),
});

export const documentForensicsConfigSchema = z.strictObject({
  /** What fails the check; the others are reasons beside a pass. */
  fail_on: z.array(z.enum(forensicReasons)).default([...failingForensicReasons]),
});

export const livenessConfigSchema = z.strictObject({
  /** Which doubts fail the check; the others are reasons beside a pass. */
  fail_on: z.array(z.enum(livenessDoubts)).default([...failingDoubts]),
});

export const watchlistScreeningConfigSchema = z.strictObject({
  /** The least calibrated score of a hit (`deploy/WATCHLISTS.md`). */
  threshold: z.number().min(0.3).max(1).default(0.6),
  /** Absent: all that are loaded. */
  lists: z.array(z.enum(watchlistSources)).min(1).optional(),
});

export const checkAgainstListConfigSchema = z.strictObject({
  /** Ids of the lists to look at. Absent: all of the organisation's. */
  lists: z.array(z.string()).min(1).optional(),
  face_threshold: z.enum(faceThresholds).default('very_strict'),
});

export const proofOfAddressConfigSchema = z.strictObject({
  /** From the document's own day to the organisation's calendar day. */
  maximum_age_days: z.number().int().min(1).max(3650).default(90),
  /** Names alike to at least this degree are the same. */
  name_threshold: z.number().min(0).max(1).default(0.85),
  /** The share of the address's words that must stand in the print; its numbers always must. */
  address_threshold: z.number().min(0).max(1).default(0.75),
});

const noConfig = z.strictObject({});

/** What a node may say to its check: for the validation of definitions and for their authors. */
export const checkConfigSchemas: Readonly<Record<CheckName, z.ZodType>> = {
  document_quality: noConfig,
  document_ocr: noConfig,
  document_expiration: noConfig,
  id_document_filter: idDocumentFilterConfigSchema,
  document_forensics: documentForensicsConfigSchema,
  face_match: faceMatchConfigSchema,
  liveness: livenessConfigSchema,
  age: ageConfigSchema,
  identity_crossref: identityCrossrefConfigSchema,
  duplicate_detection: duplicateDetectionConfigSchema,
  watchlist_screening: watchlistScreeningConfigSchema,
  check_against_list: checkAgainstListConfigSchema,
  proof_of_address_check: proofOfAddressConfigSchema,
  risk_assessment: noConfig,
};
