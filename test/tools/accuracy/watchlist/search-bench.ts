import { readFileSync } from 'node:fs';
import { sql, type Kysely } from 'kysely';
import {
  searchWatchlists,
  type WatchlistHit,
} from '../../../../activities/watchlists/search-watchlists';
import type { Database } from '../../../../shared/database/schema';
import type { Spelt } from './population';

/** What one search cost, Postgres' process and this one together where the system says. */
export interface SearchCost {
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** Searches as the check does, over one connection, and keeps what each cost. */
export class SearchBench {
  readonly costs: SearchCost[] = [];

  private constructor(
    private readonly db: Kysely<Database>,
    private readonly backend: number,
  ) {}

  /** `db` is to have one connection. */
  static async on(db: Kysely<Database>): Promise<SearchBench> {
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(db);
    return new SearchBench(db, rows[0]?.pid ?? 0);
  }

  async search(
    { given, family }: Spelt,
    dateOfBirth: string | null,
    threshold: number,
  ): Promise<readonly WatchlistHit[]> {
    const names = [[...given, family].join(' ')];
    const [own, theirs, wall] = [process.cpuUsage(), this.#postgresMs(), performance.now()];
    const { hits } = await searchWatchlists(this.db, {
      names,
      dateOfBirth,
      threshold,
      lists: null,
    });
    const wallMs = performance.now() - wall;
    const { user, system } = process.cpuUsage(own);
    this.costs.push({ cpuMs: (user + system) / 1_000 + this.#postgresMs() - theirs, wallMs });
    return hits;
  }

  /** Of the connection's process, to the nanosecond (proc(5), schedstat). */
  #postgresMs(): number {
    const [ns = '0'] = readFileSync(`/proc/${String(this.backend)}/schedstat`, 'utf8').split(' ');
    return Number(ns) / 1e6;
  }
}
