/** What is to be done to a database so that it has a build's schema. */
export type MigrationPlan =
  | {
      readonly kind: 'go';
      /** In the order in which they are to run. */
      readonly pending: readonly string[];
      /** Applied by a later release, which has been here: its schema serves this build as well. */
      readonly newer: readonly string[];
    }
  | { readonly kind: 'conflict'; readonly why: string };

/**
 * Migrations run in the order of their names. A later release's come behind all of ours, and only add (expand and
 * contract), so that they are no hindrance. One in between is of another line of development: nobody knows what
 * ours would do on top of it.
 */
export function planMigrations(
  known: readonly string[],
  applied: ReadonlySet<string>,
): MigrationPlan {
  const ours = [...known].sort();
  const newest = ours.at(-1) ?? '';
  const strangers = [...applied].filter((name) => !ours.includes(name)).sort();
  const stranger = strangers.find((name) => name < newest);
  if (stranger !== undefined) {
    return conflict(`it has ${stranger}, which is older than ${newest} and not of this release`);
  }
  const pending = ours.filter((name) => !applied.has(name));
  const [first] = pending;
  if (first !== undefined) {
    const later = [...applied].filter((name) => name > first).sort()[0];
    if (later !== undefined) return conflict(`it has ${later}, but not ${first} before it`);
  }
  return { kind: 'go', pending, newer: strangers };
}

function conflict(why: string): MigrationPlan {
  return { kind: 'conflict', why };
}
