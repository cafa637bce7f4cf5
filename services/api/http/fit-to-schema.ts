import { z } from 'zod';
import type { FieldError } from '../../../shared/domain/errors/verifa-error';
import { canonicalJson } from '../../../shared/domain/canonical-json';
import { InexactNumber } from './exact-json';
import { nameMeant, snakeKey } from '../../../shared/wire/key-casing';
import { isUserOwned } from '../../../shared/wire/user-owned';

type AnySchema = z.core.$ZodType;

/** What was sent, under our names, and what of it is no part of the schema. */
export interface Fitted {
  readonly value: unknown;
  /** Paths of unknown fields, as they were sent. */
  readonly ignored: readonly string[];
  readonly errors: readonly FieldError[];
}

/**
 * Walks what was sent beside the schema that will judge it: keys of all three casings become ours, the keys
 * of an object that is the user's stay, what the schema does not know is named. The schema alone says which
 * object is whose. `more` are further names at the top, each with the schema of what it stands for.
 */
export function fitToSchema(
  sent: unknown,
  schema: AnySchema,
  more: Readonly<Record<string, AnySchema>> = {},
): Fitted {
  const walk = new Walk();
  const form = formOf(schema);
  const value =
    form.kind === 'object'
      ? walk.object(sent, { ...form, members: { ...more, ...form.members } }, '')
      : walk.fit(sent, schema, '');
  return { value, ignored: walk.ignored, errors: walk.errors };
}

type Form =
  | { readonly kind: 'users' }
  | ObjectForm
  | { readonly kind: 'list'; readonly item: AnySchema }
  | { readonly kind: 'map'; readonly item: AnySchema }
  | { readonly kind: 'choice'; readonly options: readonly AnySchema[] }
  | { readonly kind: 'anything' }
  | { readonly kind: 'other' };

interface ObjectForm {
  readonly kind: 'object';
  readonly members: Readonly<Record<string, AnySchema>>;
  /** It refuses what it does not know: nothing of it is ignored. */
  readonly isStrict: boolean;
}

/** What a schema takes, without what is wrapped around it. */
function formOf(schema: AnySchema): Form {
  if (!(schema instanceof z.ZodType)) return { kind: 'other' };
  if (isUserOwned(schema)) return { kind: 'users' };
  if (schema instanceof z.ZodObject) {
    const rest = schema.def.catchall;
    return {
      kind: 'object',
      members: schema.shape,
      isStrict: rest !== undefined && rest._zod.def.type === 'never',
    };
  }
  if (schema instanceof z.ZodArray) return { kind: 'list', item: schema.element };
  if (schema instanceof z.ZodRecord) return { kind: 'map', item: schema.valueType };
  if (schema instanceof z.ZodUnknown || schema instanceof z.ZodAny) return { kind: 'anything' };
  if (schema instanceof z.ZodUnion) return { kind: 'choice', options: schema.options };
  if (schema instanceof z.ZodPipe) {
    // `z.preprocess` begins with a function, which says nothing of what it takes.
    return formOf(schema.in instanceof z.ZodTransform ? schema.out : schema.in);
  }
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNonOptional ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodCatch
  ) {
    return formOf(schema.def.innerType);
  }
  return { kind: 'other' };
}

/** Of JSON that is nobody's body (a protocol's message): the numbers in it that are not exact. */
export function inexactNumbers(sent: unknown): readonly FieldError[] {
  const walk = new Walk();
  walk.requireExact(sent, '');
  return walk.errors;
}

class Walk {
  readonly ignored: string[] = [];
  readonly errors: FieldError[] = [];

  fit(sent: unknown, schema: AnySchema, path: string): unknown {
    const form = formOf(schema);
    switch (form.kind) {
      case 'users':
        this.requireExact(sent, path);
        return sent;
      case 'object':
        return this.object(sent, form, path);
      case 'list':
        return Array.isArray(sent)
          ? sent.map((item: unknown, index) => this.fit(item, form.item, within(path, index)))
          : this.free(sent, path);
      case 'map':
        return isObject(sent)
          ? this.renamed(sent, path, (item, at) => this.fit(item, form.item, at))
          : this.free(sent, path);
      case 'choice':
        return this.choose(sent, form.options, path);
      case 'anything':
        // Nothing judges it here, so that nothing would see that it is another number.
        this.requireExact(sent, path);
        return this.free(sent, path);
      case 'other':
        return this.free(sent, path);
    }
  }

  object(sent: unknown, { members, isStrict }: ObjectForm, path: string): unknown {
    if (!isObject(sent)) return this.free(sent, path);
    const names = Object.keys(members);
    const unknown: [string, unknown][] = [];
    const known: [string, unknown][] = [];
    for (const [key, item] of Object.entries(sent)) {
      const name = nameMeant(names, key);
      const member = name === undefined ? undefined : members[name];
      if (name === undefined || member === undefined) {
        if (!isStrict) this.ignored.push(within(path, key));
        unknown.push([key, new Walk().free(item, path)]);
      } else {
        this.add(known, name, key, this.fit(item, member, within(path, name)), path);
      }
    }
    return Object.fromEntries([...unknown, ...known]);
  }

  /** Keys that are ours by their casing alone: a check's settings, a body that is judged later. */
  private renamed(
    sent: Readonly<Record<string, unknown>>,
    path: string,
    fitItem: (item: unknown, path: string) => unknown,
  ): unknown {
    const known: [string, unknown][] = [];
    for (const [key, item] of Object.entries(sent)) {
      const name = snakeKey(key);
      this.add(known, name, key, fitItem(item, within(path, name)), path);
    }
    return Object.fromEntries(known);
  }

  private free(sent: unknown, path: string): unknown {
    if (sent instanceof InexactNumber) return sent.nearest;
    if (Array.isArray(sent)) {
      return sent.map((item: unknown, index) => this.free(item, within(path, index)));
    }
    return isObject(sent) ? this.renamed(sent, path, (item, at) => this.free(item, at)) : sent;
  }

  /** Of several forms the one that knows most of what was sent. */
  private choose(sent: unknown, options: readonly AnySchema[], path: string): unknown {
    let best: { readonly walk: Walk; readonly value: unknown } | undefined;
    for (const option of options) {
      const walk = new Walk();
      const value = walk.fit(sent, option, path);
      const unknown = (one: Walk): number => one.ignored.length + one.errors.length;
      if (best === undefined || unknown(walk) < unknown(best.walk)) best = { walk, value };
    }
    if (best === undefined) return sent;
    this.ignored.push(...best.walk.ignored);
    this.errors.push(...best.walk.errors);
    return best.value;
  }

  /** One field in two casings is one field, if they say the same. */
  private add(
    known: [string, unknown][],
    name: string,
    key: string,
    item: unknown,
    path: string,
  ): void {
    const before = known.find(([other]) => other === name);
    if (before === undefined) known.push([name, item]);
    else if (canonicalJson(before[1]) !== canonicalJson(item)) {
      this.errors.push({
        field: within(path, key),
        code: 'conflicting_casing',
        message: `names the field ${name} a second time, with another value`,
      });
    }
  }

  requireExact(value: unknown, path: string): void {
    if (value instanceof InexactNumber) {
      this.errors.push({
        field: path,
        code: 'inexact_number',
        message: 'is a number that cannot be given back as it was sent; send it as text',
      });
    } else if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => this.requireExact(item, within(path, index)));
    } else if (isObject(value)) {
      for (const [key, item] of Object.entries(value)) this.requireExact(item, within(path, key));
    }
  }
}

function within(path: string, step: string | number): string {
  return path === '' ? String(step) : `${path}.${String(step)}`;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof InexactNumber)
  );
}
