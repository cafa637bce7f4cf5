import type { Catalogue, Column } from './catalogue';

export interface Step {
  readonly before: Catalogue;
  readonly after: Catalogue;
  /** It ran outside of a transaction: its indexes were built beside those who write. */
  readonly isOutside: boolean;
}

/**
 * What one migration does to the tables of a release that a process of that release, running beside it, would not
 * survive or would have to wait for.
 */
export function hindrances(release: Catalogue, step: Step): readonly string[] {
  return [
    ...taken(release, step),
    ...narrowed(release, step),
    ...demanded(release, step),
    ...held(release, step),
  ];
}

/** Renaming is taking away, too. */
function taken(release: Catalogue, { before, after }: Step): readonly string[] {
  const tables = keysOf(release.files, before.files).filter((name) => !after.files.has(name));
  const columns = keysOf(release.columns, before.columns)
    .filter((name) => !after.columns.has(name))
    .filter((name) => !tables.includes(release.columns.get(name)?.table ?? ''));
  const functions = [...release.functions].filter(
    (name) => before.functions.has(name) && !after.functions.has(name),
  );
  return [
    ...tables.map((name) => `takes the table ${name} away`),
    ...columns.map((name) => `takes the column ${name} away`),
    ...functions.map((name) => `takes the function ${name} away`),
  ];
}

/** A column takes less than it did. */
function narrowed(release: Catalogue, { before, after }: Step): readonly string[] {
  return keysOf(release.columns, before.columns).flatMap((name) => {
    const was = before.columns.get(name);
    const is = after.columns.get(name);
    if (was === undefined || is === undefined) return [];
    return [
      ...(was.type === is.type ? [] : [`makes ${name} ${is.type}, which was ${was.type}`]),
      ...(!was.notNull && is.notNull ? [`refuses null in ${name} from now on`] : []),
      ...(was.notNull && was.fills && mustBeGiven(is)
        ? [`takes the default of ${name} away, which may not be null`]
        : []),
    ];
  });
}

function mustBeGiven({ notNull, fills }: Column): boolean {
  return notNull && !fills;
}

/** What a release does not know of and would have to give or keep to. */
function demanded(release: Catalogue, { before, after }: Step): readonly string[] {
  const columns = [...after.columns]
    .filter(([name, column]) => !before.columns.has(name) && release.files.has(column.table))
    .filter(([, column]) => mustBeGiven(column))
    .map(([name]) => `adds ${name} without a default, which may not be null`);
  const constraints = [...after.constraints]
    .filter(([name, says]) => before.constraints.get(name) !== says)
    .filter(([name]) => release.files.has(name.split('.')[0] ?? ''))
    .map(([name, says]) => `demands ${name}: ${says}`);
  return [...columns, ...constraints];
}

/** Others wait while it scans or writes a whole table under its lock. */
function held(release: Catalogue, { before, after, isOutside }: Step): readonly string[] {
  const rewritten = keysOf(release.files, before.files)
    .filter((table) => after.files.has(table) && after.files.get(table) !== before.files.get(table))
    .map((table) => `writes the table ${table} anew`);
  const indexes = [...after.indexes]
    .filter(([name, table]) => !before.indexes.has(name) && release.files.has(table) && !isOutside)
    .map(([name, table]) => `builds ${name} while nobody can write to ${table}`);
  return [...rewritten, ...indexes];
}

function keysOf<T>(release: ReadonlyMap<string, T>, before: ReadonlyMap<string, T>): string[] {
  return [...release.keys()].filter((name) => before.has(name));
}
