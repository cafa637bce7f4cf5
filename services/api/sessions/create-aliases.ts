import type { FieldError } from '../../../shared/errors/verifa-error';

/** Names that integrators bring from elsewhere (`2-api-conventions.md`). */
const aliases: Readonly<Record<string, readonly string[]>> = {
  external_ref: ['reference_id', 'reference-id', 'external_id', 'user_id'],
  workflow_id: ['template_id', 'inquiry_template_id'],
  redirect_url: ['redirect_uri', 'return_url', 'callback_url'],
  country: ['country_code'],
};

/** For whoever reads the reference. */
export const aliasesInWords = Object.entries(aliases)
  .map(([field, others]) => `\`${field}\`: also ${others.map((name) => `\`${name}\``).join(', ')}`)
  .join('. ');

export interface Resolved {
  readonly values: Readonly<Record<string, unknown>>;
  /** Which spelling of a field the caller used: an error names that one. */
  readonly spelling: ReadonlyMap<string, string>;
  readonly conflicts: readonly FieldError[];
}

/** The body under our names. A field that is null is a field that was not sent. */
export function resolveAliases(body: Readonly<Record<string, unknown>>): Resolved {
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
  const values: Record<string, unknown> = { ...given };
  const spelling = new Map<string, string>();
  const conflicts: FieldError[] = [];
  for (const [field, others] of Object.entries(aliases)) {
    const used = [field, ...others].filter((name) => Object.hasOwn(given, name));
    const [first, ...more] = used;
    if (first === undefined) continue;
    values[field] = given[first];
    spelling.set(field, first);
    const differing = more.find((name) => given[name] !== given[first]);
    if (differing !== undefined) {
      conflicts.push({
        field: differing,
        code: 'conflicting_alias',
        message: `names the same field as ${first}, with another value`,
      });
    }
  }
  return { values, spelling, conflicts };
}
