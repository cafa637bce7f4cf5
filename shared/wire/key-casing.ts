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
  options: InflectOptions,
): unknown {
  if (inflection === 'snake') return value;
  return renameKeys(value, (key) => inflectKey(key, inflection), options);
}

function renameKeys(
  value: unknown,
  renamed: (key: string) => string,
  { keep }: InflectOptions,
): unknown {
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
        const own = snakeKey(key);
        const at = path === '' ? own : `${path}.${own}`;
        return [renamed(key), isKept(at) ? item : rename(item, at)];
      }),
    );
  }
  return rename(value, '');
}

const camelForm = /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+$/;
const kebabForm = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;

/** What is written in none of the three stays as it is. */
export function snakeKey(key: string): string {
  if (camelForm.test(key)) return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return kebabForm.test(key) ? key.replaceAll('-', '_') : key;
}

/** Dates and the like are values: only what JSON writes as an object has keys of its own. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The one of these names that is meant, in whichever casing it is written. */
export function nameMeant(names: Iterable<string>, written: string): string | undefined {
  for (const name of names) {
    if (name === written) return name;
    if (inflectKey(name, 'camel') === written || inflectKey(name, 'kebab') === written) return name;
  }
  return undefined;
}

function inflectKey(key: string, inflection: 'camel' | 'kebab'): string {
  return inflection === 'kebab'
    ? key.replaceAll('_', '-')
    : key.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}
