import { z } from 'zod';
import { watchlistSources } from './watchlist-source';

const birthRange = z.object({ from: z.string(), to: z.string() });

/** One listed person whose name is alike: as it is sealed beside the check, and exported. */
export const screeningHitSchema = z.object({
  /** False: only the date of birth speaks against it. Recorded before there were such: true. */
  is_hit: z.boolean().default(true),
  source: z.enum(watchlistSources),
  entry_id: z.string(),
  /** The entry's primary name, and the one that matched. */
  name: z.string(),
  matched_name: z.string(),
  is_alias: z.boolean(),
  /** `weak`: the publisher itself warns of chance matches. */
  quality: z.enum(['strong', 'weak']),
  /** What the threshold is compared with: lowered by a contradicting date of birth. */
  similarity: z.number(),
  /** Of the names alone; not recorded by earlier versions. */
  name_similarity: z.number().nullable().default(null),
  /** How the dates of birth agree. */
  birth: z.enum(['same', 'near', 'unknown', 'contradicts']),
  births: z.array(birthRange),
  programs: z.array(z.string()),
  countries: z.array(z.string()),
  list_published_on: z.string().nullable(),
});
export type ScreeningHit = z.infer<typeof screeningHitSchema>;

export const screeningEvidenceSchema = z.object({
  /** What was searched. */
  lists: z.array(
    z.object({ source: z.enum(watchlistSources), published_on: z.string().nullable() }),
  ),
  hits: z.array(screeningHitSchema),
  /** Hits by their names that a contradicting date of birth brought below the threshold. */
  near_hits: z.array(screeningHitSchema).default([]),
  /** Of the table that the scores are read by; null where they were trigram similarities. */
  calibration: z.string().nullable().default(null),
});
export type ScreeningEvidence = z.infer<typeof screeningEvidenceSchema>;
