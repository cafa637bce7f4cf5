import { z } from 'zod';
import { layers } from './layers';

/** What the client process is asked to do for the session `id`. */
export const askSchema = z.object({
  call: z.number(),
  work: z.enum(['create', 'same messages', 'by hand']),
  id: z.string(),
  layers: z.array(z.enum(layers)).readonly(),
});
export type Ask = z.infer<typeof askSchema>;

export const doneSchema = z.object({ call: z.number(), error: z.string().nullable() });
export type Done = z.infer<typeof doneSchema>;
