import { z } from 'zod';

/** A moment as a filter takes it: a day begins at midnight UTC. */
export const momentOfQuery = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .transform((text) => new Date(text));
