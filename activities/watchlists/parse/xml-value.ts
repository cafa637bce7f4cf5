import { z } from 'zod';

/** An element's or attribute's text; absent or empty: an empty text. */
export const text = z
  .union([z.string(), z.looseObject({ '#text': z.string().default('') })])
  .optional()
  .transform((value) => (typeof value === 'string' ? value : (value?.['#text'] ?? '')).trim());

export const someText = text.pipe(z.string().min(1));

/** What stands in a container `<xList><x/>…</xList>`; absent or empty: nothing. `x` is to be repeated. */
export function listOf<S extends z.ZodType>(tag: string, item: S) {
  return z
    .union([z.string(), z.record(z.string(), z.unknown())])
    .optional()
    .transform((value) => (typeof value === 'object' ? (value[tag] ?? []) : []))
    .pipe(z.array(item));
}

/** Where the publisher leaves an element empty instead of leaving it out. */
export function perhapsEmpty<S extends z.ZodType>(item: S) {
  return z.preprocess((value) => (value === '' ? {} : value), item);
}
