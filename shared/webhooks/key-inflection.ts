export const keyInflections = ['snake', 'camel', 'kebab'] as const;
export type KeyInflection = (typeof keyInflections)[number];

/** Objects whose keys belong to the user: they leave as they came (`2-api-conventions.md`). */
const userOwned: ReadonlySet<string> = new Set(['metadata', 'fields']);

/** Renames the keys of a body, which is built in snake case. */
export function inflectKeys(value: unknown, inflection: KeyInflection): unknown {
  if (inflection === 'snake') return value;
  if (Array.isArray(value)) return value.map((item: unknown) => inflectKeys(item, inflection));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      inflectKey(key, inflection),
      userOwned.has(key) ? inner : inflectKeys(inner, inflection),
    ]),
  );
}

function inflectKey(key: string, inflection: 'camel' | 'kebab'): string {
  return inflection === 'kebab'
    ? key.replaceAll('_', '-')
    : key.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}
