import type { z } from 'zod';
import { VerifaError, type FieldError } from '../../../shared/domain/errors/verifa-error';
import { issueSentence, isMissing } from './issue-sentence';

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
  const parsed = schema.safeParse(value, { error: issueSentence });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap(fieldErrors);
  throw invalid(fields.map((error) => ({ ...error, field: joined(within, error.field) })));
}

function joined(within: string | undefined, field: string): string {
  return within === undefined ? field : field === '' ? within : `${within}.${field}`;
}

/** 422 that names the fields. */
export function invalid(fields: readonly FieldError[]): VerifaError {
  return new VerifaError('validation_failed', { fields });
}

export function invalidField(field: string, code: string, message: string): VerifaError {
  return invalid([{ field, code, message }]);
}

/** Only union errors nest, and of those none is shown. */
export function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: field === '' ? key : `${field}.${key}`,
      code: 'unknown_field',
      message: 'is not a known field',
    }));
  }
  return [{ field, code: codeOf(issue), message: issue.message }];
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return customCode(issue.params);
  return issue.message === isMissing ? 'required' : issue.code;
}

function customCode(params: Readonly<Record<string, unknown>> | undefined): string {
  const code = params?.['code'];
  return typeof code === 'string' ? code : 'invalid';
}
