import { z } from 'zod';

const count = z.number().int().min(0).max(1_000_000);
const durationMs = z.number().min(0).max(86_400_000);
const share = z.number().min(0).max(1);
const shortText = z.string().max(200);

/**
 * What the page tells of one stretch of the capture. Every fact is optional (a browser may not tell), what
 * is unknown is dropped, and everything is bounded, so that a batch is small whatever was sent.
 */
export const pageFactsSchema = z.object({
  behaviour: z
    .object({
      /** Pauses of more than 5 seconds within a field. */
      hesitations: count.optional(),
      longest_pause_ms: durationMs.optional(),
      hidden_count: count.optional(),
      hidden_ms: durationMs.optional(),
      pasted_fields: z.array(z.string().max(64)).max(32).optional(),
      edited_after_autofill: z.boolean().optional(),
      mouse: z.object({ moves: count, straight_share: share }).optional(),
      keystrokes: z.object({ presses: count, interval_deviation_ms: durationMs }).optional(),
      screen_shared: z.boolean().optional(),
    })
    .optional(),
  device: z
    .object({
      webdriver: z.boolean().optional(),
      webdriver_altered: z.boolean().optional(),
      /** Names of globals that automation leaves in a page. */
      automation_traces: z.array(z.string().max(64)).max(16).optional(),
      devtools_open: z.boolean().optional(),
      camera_label: shortText.optional(),
      webgl_renderer: shortText.optional(),
      incognito: z.boolean().optional(),
      time_zone: z.string().max(64).optional(),
      languages: z.array(z.string().max(35)).max(16).optional(),
      screen: z.object({ width: count, height: count }).optional(),
    })
    .optional(),
});
export type PageFacts = z.infer<typeof pageFactsSchema>;

/** How a batch's nonce stood to the one the page was last given. */
export const nonceStandings = ['absent', 'fits', 'does_not_fit'] as const;

/** A batch as it is kept, sealed. */
export const pageBatchSchema = z.object({ facts: pageFactsSchema, nonce: z.enum(nonceStandings) });
export type PageBatch = z.infer<typeof pageBatchSchema>;
