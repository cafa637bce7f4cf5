import { measure } from '../measure';
import { commitsToldWithinMs, readDatabaseCounts, type DatabaseCounts } from './database-counts';
import type { Counts, Kind } from './kind';
import { pause } from './cpu';
import type { Product } from './product';
import {
  countStatements,
  readStatements,
  statementsSince,
  type Statement,
} from './statement-counts';

const counted = 20;
const atOnce = 4;

export interface Look {
  readonly atMs: number;
  readonly statements: readonly Statement[];
  readonly database: DatabaseCounts;
}

export interface Counted {
  readonly counts: Counts;
  /** By one of the kind, most first. */
  readonly top: readonly Statement[];
}

export async function look({ admin }: Pick<Product, 'admin'>, database: string): Promise<Look> {
  return {
    atMs: performance.now(),
    statements: await readStatements(admin, database),
    database: await readDatabaseCounts(admin, database),
  };
}

export function countsBetween(before: Look, after: Look): Counts {
  return {
    ...countStatements(statementsSince(before.statements, after.statements)),
    commits: after.database.commits - before.database.commits,
    walBytes: after.database.walBytes - before.database.walBytes,
  };
}

/** Counts carry no noise: they are taken once, with the wait that the server's statistics need. */
export async function countKind(
  product: Product,
  kind: Kind,
  database: string,
  idlePerSecond: Counts,
): Promise<Counted> {
  const before = await look(product, database);
  await measure(counted, atOnce, kind.run);
  await pause(commitsToldWithinMs);
  const after = await look(product, database);
  const seconds = (after.atMs - before.atMs) / 1_000;
  const all = countsBetween(before, after);
  const one = (name: keyof Counts): number =>
    Math.max(0, (all[name] - idlePerSecond[name] * seconds) / counted);
  return {
    counts: {
      statements: one('statements'),
      scopes: one('scopes'),
      beginsAndEnds: one('beginsAndEnds'),
      transactions: one('transactions'),
      commits: one('commits'),
      walBytes: one('walBytes'),
    },
    top: statementsSince(before.statements, after.statements).map(({ query, calls }) => ({
      query,
      calls: calls / counted,
    })),
  };
}
