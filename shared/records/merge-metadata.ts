type Metadata = Readonly<Record<string, unknown>>;

/** One level deep; null removes a key. */
export function mergedMetadata(before: Metadata, change: Metadata): Metadata {
  return Object.fromEntries(
    Object.entries({ ...before, ...change }).filter(([, value]) => value !== null),
  );
}
