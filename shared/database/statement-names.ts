/** Gives statements that come often a name, under which Postgres keeps them parsed and planned. */
export interface StatementNames {
  /** Undefined: send it without one. */
  nameOf(text: string): string | undefined;
  /** From now on other names: what was prepared under the old ones fits the schema no more. */
  forget(): void;
}

export interface StatementNamesOptions {
  /** Each connection keeps a plan per name, some tens of kilobytes. Default 300. */
  readonly most?: number;
  /** A text has to come this often first: one that never returns would only take the place. Default 3. */
  readonly seen?: number;
  /** Keeps apart what one connection prepares for several roles: a plan holds what its role may see. */
  readonly prefix?: string;
}

/** So many texts are counted at most; then counting begins anew. */
const mostCounted = 5_000;

export function createStatementNames({
  most = 300,
  seen = 3,
  prefix = 'v',
}: StatementNamesOptions = {}): StatementNames {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  let generation = 0;
  return {
    nameOf(text) {
      const name = names.get(text);
      if (name !== undefined) return name;
      if (names.size >= most) return undefined;
      const count = (counts.get(text) ?? 0) + 1;
      if (count < seen) {
        if (counts.size >= mostCounted) counts.clear();
        counts.set(text, count);
        return undefined;
      }
      counts.delete(text);
      const given = `${prefix}${String(generation)}_${String(names.size)}`;
      names.set(text, given);
      return given;
    },
    forget() {
      generation += 1;
      names.clear();
    },
  };
}
