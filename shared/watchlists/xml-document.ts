import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { VerifaError } from '../errors/verifa-error';
import type { WatchlistSource } from './watchlist-source';

/**
 * A published XML file against its schema. Attributes are named `@attribute`; the tags of `repeated` are
 * always arrays. A file that breaks off, or of another structure, is refused whole.
 *
 * @throws VerifaError watchlist_invalid
 */
export function readXml<S extends z.ZodType>(
  source: WatchlistSource,
  file: Buffer,
  { schema, repeated }: { readonly schema: S; readonly repeated: readonly string[] },
): z.output<S> {
  const text = decode(source, file);
  // None of the lists declares a document type; what one can declare is entities that blow up.
  if (text.includes('<!DOCTYPE')) throw refused(source, 'it declares a document type');
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw refused(source, `line ${String(valid.err.line)}: ${valid.err.code}`);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    // Ids keep their leading zeros.
    parseTagValue: false,
    parseAttributeValue: false,
    htmlEntities: true,
    isArray: (tag) => repeated.includes(tag),
  });
  const parsed = schema.safeParse(parser.parse(text));
  if (parsed.success) return parsed.data;
  throw refused(source, parsed.error.issues[0]?.path.join('.') ?? 'structure');
}

/** Names the list and the place, never what stands there. */
export function refused(source: WatchlistSource, place: string): VerifaError {
  return new VerifaError('watchlist_invalid', {
    detail: `The file of ${source} cannot be read: ${place}.`,
  });
}

function decode(source: WatchlistSource, file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw refused(source, 'it is not UTF-8');
  }
}

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
