import * as z from 'zod/mini';

/** What an address may say of every list; what it says wrongly counts as not said. */
export const pageSearch = z.object({ after: z.catch(z.optional(z.string()), undefined) });
