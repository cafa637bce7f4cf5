export const keyInflections = ['snake', 'camel', 'kebab'] as const;
export type KeyInflection = (typeof keyInflections)[number];

export interface InflectOptions {
  /**
   * Paths of objects whose keys belong to the user: they leave as they came. Written in snake case, from
   * the root (`metadata`) or, with `**.` before it, at any depth; a list is passed through without a step.
   */
  readonly keep: readonly string[];
}

const anyDepth = '**.';

/** Renames the keys of a value that is built in snake case; the value itself is left alone. */
export function inflectKeys(
  value: unknown,
  inflection: KeyInflection,
  { keep }: InflectOptions,
): unknown {
  if (inflection === 'snake') return value;
  const casing = inflection;
  const exact = new Set(keep.filter((path) => !path.startsWith(anyDepth)));
  const deep = keep.flatMap((path) =>
    path.startsWith(anyDepth) ? [path.slice(anyDepth.length)] : [],
  );
  const isKept = (path: string): boolean =>
    exact.has(path) || deep.some((end) => path === end || path.endsWith(`.${end}`));

  function rename(inner: unknown, path: string): unknown {
    if (Array.isArray(inner)) return inner.map((item: unknown) => rename(item, path));
    if (!isPlainObject(inner)) return inner;
    return Object.fromEntries(
      Object.entries(inner).map(([key, item]) => {
        const at = path === '' ? key : `${path}.${key}`;
        return [inflectKey(key, casing), isKept(at) ? item : rename(item, at)];
      }),
    );
  }
  return rename(value, '');
}

/** Dates and the like are values: only what JSON writes as an object has keys of its own. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function inflectKey(key: string, inflection: 'camel' | 'kebab'): string {
  return inflection === 'kebab'
    ? key.replaceAll('_', '-')
    : key.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}
