import { z } from 'zod';
import type { FieldError } from '../../../shared/domain/errors/verifa-error';
import { aliasSchemas, resolveAliases, type Aliases } from './aliases';
import type { ApiRequest, ApiResponse } from './call';
import { fitToSchema, isObject } from './fit-to-schema';
import { tellIgnored } from './ignored-fields';
import { invalid } from './parse';
import { readJson } from './read-json';
import { requireStorable } from './storable-text';

/** How a route's body is to be read, before its schema judges it. */
export interface BodyForm {
  readonly schema: z.ZodType;
  readonly aliases?: Aliases | undefined;
  /** A field that is null is a field that was not sent. */
  readonly nullIsAbsent?: boolean | undefined;
  readonly limitBytes?: number;
}

export interface SentBody {
  /** By our names, not judged yet: the same request has the same, however it was written. */
  readonly value: unknown;
  readonly spelling: ReadonlyMap<string, string>;
}

/** Of a route that takes no body: whatever comes has to be JSON, and is ignored and named. */
export const noBody: BodyForm = { schema: z.object({}) };

/**
 * The request's JSON as a route has it: bare or in the JSON:API envelope, in any casing, under any published
 * name. What is not known is named in the answer's `Verifa-Ignored-Fields`, whatever the answer is.
 *
 * @throws VerifaError malformed_json, payload_too_large, unsupported_media_type; validation_failed for two
 * spellings of one field that differ, and for what cannot be kept as it was sent
 */
export async function readBody(
  request: ApiRequest,
  response: ApiResponse,
  { schema, aliases = {}, nullIsAbsent = false, limitBytes }: BodyForm,
): Promise<SentBody> {
  const { bare, beside } = unwrap(await readJson(request, limitBytes));
  requireStorable(bare);
  const fitted = fitToSchema(bare, schema, aliasSchemas(aliases, schema));
  tellIgnored(response, [...fitted.ignored, ...beside]);
  const present = nullIsAbsent ? withoutNulls(fitted.value) : fitted.value;
  const resolved = resolveAliases(present, aliases, schema);
  refuse([...fitted.errors, ...resolved.errors]);
  return { value: resolved.value, spelling: resolved.spelling };
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw invalid(errors);
}

/** What JSON:API puts beside the data, and beside the attributes: no part of what is asked. */
const besideData = ['meta', 'jsonapi', 'included', 'links'];
const besideAttributes = ['type', 'id', 'meta', 'links'];

/** `{"data": {"attributes": {…}}}`; a `data` without attributes that are an object is an ordinary field. */
function unwrap(sent: unknown): { readonly bare: unknown; readonly beside: readonly string[] } {
  const data = isObject(sent) ? sent['data'] : undefined;
  const attributes = isObject(data) ? data['attributes'] : undefined;
  if (!isObject(sent) || !isObject(data) || !isObject(attributes))
    return { bare: sent, beside: [] };
  const others = (of: Readonly<Record<string, unknown>>, but: readonly string[]): string[] =>
    Object.keys(of).filter((key) => !but.includes(key));
  return {
    bare: attributes,
    beside: [
      ...others(sent, ['data', ...besideData]),
      ...others(data, ['attributes', ...besideAttributes]).map((key) => `data.${key}`),
    ],
  };
}

function withoutNulls(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null));
}
