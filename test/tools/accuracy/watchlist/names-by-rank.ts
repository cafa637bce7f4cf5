import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of one country's names, the commonest first. */
export interface RankedNames {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

/**
 * Parts of names by rank and country, cut out of PyPI's `names-dataset` 3.3.1 (Apache-2.0): single parts,
 * nobody's name. Read from the work tree: it is data, and not compiled.
 */
export function namesByRank(): ReadonlyMap<string, RankedNames> {
  const path = join(process.cwd(), 'test/tools/accuracy/watchlist/names-by-rank.txt');
  const byCountry = new Map<string, RankedNames>();
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const [country = '', kind = '', ...parts] = line.split(' ');
    const before = byCountry.get(country) ?? { given: [], family: [] };
    byCountry.set(
      country,
      kind === 'given' ? { ...before, given: parts } : { ...before, family: parts },
    );
  }
  return byCountry;
}
