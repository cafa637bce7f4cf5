import { z } from 'zod';
import { watchlistSources } from './watchlist-source';

const birthRange = z.object({ from: z.string(), to: z.string() });

/** One listed person whose name is alike: as it is sealed beside the check, and exported. */
export const screeningHitSchema = z.object({
  source: z.enum(watchlistSources),
  entry_id: z.string(),
  /** The entry's primary name, and the one that matched. */
  name: z.string(),
  matched_name: z.string(),
  is_alias: z.boolean(),
  /** `weak`: the publisher itself warns of chance matches. */
  quality: z.enum(['strong', 'weak']),
  similarity: z.number(),
  /** How the dates of birth agree; who plainly contradicts is no hit. */
  birth: z.enum(['same', 'near', 'unknown']),
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
});
export type ScreeningEvidence = z.infer<typeof screeningEvidenceSchema>;
