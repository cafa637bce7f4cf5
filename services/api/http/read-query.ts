import { z } from 'zod';
import type { FieldError } from '../../../shared/domain/errors/verifa-error';
import { nameMeant } from '../../../shared/wire/key-casing';
import { resolveAliases, type Aliases } from './aliases';
import type { ApiRequest } from './call';
import { invalid } from './parse';
import { requireStorable } from './storable-text';

const longestName = 100;
/** Of the pages by cursor: empty, it asks for the first one. */
const mayBeEmpty = 'after';

/**
 * The query by our names. What is no parameter of the route is refused, not ignored: a mistyped filter would
 * be the whole list. For the same reason a filter without a value is none: it is refused too, of every route.
 *
 * @throws VerifaError validation_failed naming each parameter that is unknown, empty, or said twice
 */
export function readQuery(
  query: ApiRequest['query'],
  schema: z.ZodType | undefined,
  aliases: Aliases = {},
): unknown {
  requireStorable(query);
  const shape = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const names = [...shape, ...Object.values(aliases).flat()];
  const errors: FieldError[] = [];
  const given = new Map<string, unknown>();
  for (const [key, value] of Object.entries(query)) {
    const name = nameMeant(names, key);
    const field = key.slice(0, longestName);
    if (name === undefined) {
      errors.push({
        field,
        code: 'unknown_parameter',
        message: 'is not a parameter of this route',
      });
    } else if (given.has(name) && JSON.stringify(given.get(name)) !== JSON.stringify(value)) {
      const message = `names the parameter ${name} a second time, with another value`;
      errors.push({ field, code: 'conflicting_casing', message });
    } else if (name !== mayBeEmpty && [value].flat().includes('')) {
      errors.push({ field, code: 'empty', message: 'is empty; leave it out instead' });
    } else {
      given.set(name, value);
    }
  }
  const resolved = resolveAliases(Object.fromEntries(given), aliases, schema ?? z.object({}));
  const all = [...errors, ...resolved.errors];
  if (all.length > 0) throw invalid(all);
  return resolved.value;
}
