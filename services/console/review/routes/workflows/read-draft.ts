import * as z from 'zod/mini';
import type { BodyOf } from '../../../../client/src/route-types';

type Definition = BodyOf<'POST /api/v1/workflows/validate'>['definition'];

type Draft =
  | { readonly definition: Definition }
  /** Null: it is JSON, and no object. */
  | { readonly message: string | null };

/** An object; what has to be in it the API alone says. */
const anyObject = z.custom<Definition>(
  (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** A typed text as a definition, or why it cannot be one. */
export function readDraft(text: string): Draft {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return { message: cause instanceof Error ? cause.message : String(cause) };
  }
  const { success, data } = anyObject.safeParse(value);
  return success ? { definition: data } : { message: null };
}
