import * as z from 'zod/mini';

/** Words of an address: one that looks like a number is read as one, and was a word all the same. */
export const searchText = z.catch(
  z.optional(z.pipe(z.union([z.string(), z.number()]), z.transform(String))),
  undefined,
);

/** What an address may say of every list; what it says wrongly counts as not said. */
export const pageSearch = z.object({ after: searchText });
