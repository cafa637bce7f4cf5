import { z } from 'zod';
import { documentTypes } from '../graph/document-types';
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
  allowed_countries: z.array(z.string()).optional(),
});
export type IdDocumentFilterConfig = z.infer<typeof idDocumentFilterConfigSchema>;

export const faceMatchConfigSchema = z.strictObject({
  threshold: z.enum(faceThresholds).default('standard'),
});

const noConfig = z.strictObject({});

/** What a node may say to its check: for the validation of definitions and for their authors. */
export const checkConfigSchemas: Readonly<Partial<Record<CheckName, z.ZodType>>> = {
  document_quality: noConfig,
  document_ocr: noConfig,
  document_expiration: noConfig,
  id_document_filter: idDocumentFilterConfigSchema,
  face_match: faceMatchConfigSchema,
  age: ageConfigSchema,
  risk_assessment: noConfig,
};
