import { z } from 'zod';

/** Repeatable or comma-separated: `status=pending&status=expired` or `status=pending,expired`. */
export function anyOf<const V extends readonly [string, ...string[]]>(values: V) {
  const any = values.join('|');
  return z
    .union([z.string(), z.array(z.string())])
    .transform((given) =>
      (typeof given === 'string' ? [given] : given)
        .flatMap((part) => part.split(','))
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(z.enum(values)).min(1))
    .meta({ type: 'string', pattern: `^(${any})(,(${any}))*$` });
}
