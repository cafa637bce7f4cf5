import type { z } from 'zod';
import { VerifaError, type FieldError } from '../../../shared/errors/verifa-error';

/**
 * Parses a part of a request, once, into a type. A part without a schema is not looked at. `within` names
 * the field that the value itself stands in.
 * The overload is what ties the schema to the answer's type.
 */
export function parsePart<S extends z.ZodType>(
  schema: S | undefined,
  value: unknown,
  within?: string,
): z.output<S>;
export function parsePart(schema: z.ZodType | undefined, value: unknown, within?: string): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const prefix = within === undefined ? '' : `${within}.`;
  const fields = parsed.error.issues.flatMap(fieldErrors);
  throw invalid(fields.map((error) => ({ ...error, field: `${prefix}${error.field}` })));
}

/** 422 that names the fields. */
export function invalid(fields: readonly FieldError[]): VerifaError {
  return new VerifaError('validation_failed', { fields });
}

export function invalidField(field: string, code: string, message: string): VerifaError {
  return invalid([{ field, code, message }]);
}

/** zod's own sentences name what was expected, never what was given; only union errors nest. */
function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: field === '' ? key : `${field}.${key}`,
      code: 'unknown_field',
      message: 'is not a known field',
    }));
  }
  const code = issue.code === 'custom' ? customCode(issue.params) : issue.code;
  return [{ field, code, message: issue.message }];
}

function customCode(params: Readonly<Record<string, unknown>> | undefined): string {
  const code = params?.['code'];
  return typeof code === 'string' ? code : 'invalid';
}
