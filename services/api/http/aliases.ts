import { z } from 'zod';
import { VerifaError, type FieldError } from '../../../shared/domain/errors/verifa-error';
import { canonicalJson } from '../../../shared/domain/canonical-json';
import { isObject } from './fit-to-schema';

/** Names that integrators bring from elsewhere, by the path of our own field; all stand at the top. */
export type Aliases = Readonly<Record<string, readonly string[]>>;

/** `2-api-conventions.md`: one set wherever a session or a person is named by the integrator. */
export const externalRefAliases: Aliases = {
  external_ref: ['reference_id', 'external_id', 'user_id'],
};

export interface Resolved {
  readonly value: unknown;
  /** By our paths, where another name was used: an error names that one. */
  readonly spelling: ReadonlyMap<string, string>;
  readonly errors: readonly FieldError[];
}

/** For whoever reads the reference. */
export function aliasesInWords(aliases: Aliases): string {
  return Object.entries(aliases)
    .map(([field, names]) => `\`${field}\`: also ${names.map((name) => `\`${name}\``).join(', ')}`)
    .join('. ');
}

/** Every alias with the schema of what it stands for. */
export function aliasSchemas(aliases: Aliases, schema: z.ZodType): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(aliases).flatMap(([path, names]) => {
      const target = schemaAt(schema, path.split('.'));
      return names.map((name) => [name, target] as const);
    }),
  );
}

/** What was sent, under our own names. Two names of one field may not say different things. */
export function resolveAliases(sent: unknown, aliases: Aliases, schema: z.ZodType): Resolved {
  if (!isObject(sent)) return { value: sent, spelling: new Map(), errors: [] };
  const spelling = new Map<string, string>();
  const errors: FieldError[] = [];
  let value: unknown = sent;
  for (const [path, names] of Object.entries(aliases)) {
    const steps = path.split('.');
    const used = names.filter((name) => Object.hasOwn(sent, name));
    const own = valueAt(sent, steps);
    const given = [
      ...(own === undefined ? [] : [{ name: path, item: own }]),
      ...used.map((name) => ({ name, item: sent[name] })),
    ];
    const [first, ...others] = given;
    value = without(value, used);
    if (first === undefined) continue;
    if (first.name !== path) {
      spelling.set(path, first.name);
      value = withValueAt(value, steps, first.item);
    }
    const target = schemaAt(schema, steps);
    const differing = others.find(({ item }) => !isSame(item, first.item, target));
    if (differing !== undefined) {
      errors.push({
        field: differing.name,
        code: 'conflicting_alias',
        message: `names the same field as ${first.name}, with another value`,
      });
    }
  }
  return { value, spelling, errors };
}

/** The same refusal, with each field by the name that the caller gave it. */
export function respelled(thrown: unknown, spelling: ReadonlyMap<string, string>): unknown {
  if (!(thrown instanceof VerifaError) || spelling.size === 0) return thrown;
  const named = (field: string): string => {
    for (const [path, name] of spelling) {
      if (field === path || field.startsWith(`${path}.`)) return name + field.slice(path.length);
    }
    return field;
  };
  return new VerifaError(thrown.code, {
    detail: thrown.detail,
    fields: thrown.fields.map((error) => ({ ...error, field: named(error.field) })),
    extra: thrown.extra,
    ...(thrown.retryAfterSeconds === undefined
      ? {}
      : { retryAfterSeconds: thrown.retryAfterSeconds }),
    cause: thrown.cause,
  });
}

/** Equal as sent, or as the field's schema reads them: `nl` and `NL` are one country. */
function isSame(one: unknown, other: unknown, schema: z.ZodType): boolean {
  if (canonicalJson(one) === canonicalJson(other)) return true;
  const [left, right] = [schema.safeParse(one), schema.safeParse(other)];
  return left.success && right.success && canonicalJson(left.data) === canonicalJson(right.data);
}

function schemaAt(schema: z.core.$ZodType, [step, ...rest]: readonly string[]): z.ZodType {
  if (!(schema instanceof z.ZodType)) return z.unknown();
  if (step === undefined) return schema;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return schemaAt(schema.def.innerType, [step, ...rest]);
  }
  const member: unknown = schema instanceof z.ZodObject ? schema.shape[step] : undefined;
  return member instanceof z.ZodType ? schemaAt(member, rest) : z.unknown();
}

function valueAt(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return value;
  return isObject(value) && Object.hasOwn(value, step) ? valueAt(value[step], rest) : undefined;
}

function withValueAt(value: unknown, [step, ...rest]: readonly string[], item: unknown): unknown {
  if (step === undefined) return item;
  // Where something else than an object stands already, the schema refuses that.
  if (value !== undefined && !isObject(value)) return value;
  return { ...value, [step]: withValueAt(value?.[step], rest, item) };
}

function without(value: unknown, names: readonly string[]): unknown {
  if (!isObject(value) || names.length === 0) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !names.includes(key)));
}
