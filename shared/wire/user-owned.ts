import type { z } from 'zod';

/** Shown in the API's description, where nothing else tells whose keys they are. */
const mark = 'x-user-owned';

/**
 * Says that an object is the integrator's: its keys are taken and given back as they were sent, in whatever
 * casing, and nothing in it is ever called unknown. Every other object's keys are ours.
 */
export function userOwned<S extends z.ZodType>(schema: S): S {
  return schema.meta({ [mark]: true });
}

export function isUserOwned(schema: z.ZodType): boolean {
  return schema.meta()?.[mark] === true;
}
