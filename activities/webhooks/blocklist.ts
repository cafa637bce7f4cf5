type Json = Readonly<Record<string, unknown>>;

/** What a receiver cannot do without: a blocklist does not reach it. */
const kept: ReadonlySet<string> = new Set(['event', 'id', 'idempotency_key', 'created_at']);

/**
 * Drops dotted paths of the snake-case body, e.g. `external_ref` or `extracted_data.first_name`.
 * A path that is not there is no error: payloads differ by event.
 */
export function dropAttributes(body: Json, paths: readonly string[]): Json {
  return paths
    .filter((path) => !kept.has(path))
    .reduce((rest, path) => dropPath(rest, path.split('.')), body);
}

function dropPath(body: Json, [head, ...tail]: readonly string[]): Json {
  if (head === undefined || !Object.hasOwn(body, head)) return body;
  const { [head]: inner, ...others } = body;
  if (tail.length === 0) return others;
  return isObject(inner) ? { ...body, [head]: dropPath(inner, tail) } : body;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
