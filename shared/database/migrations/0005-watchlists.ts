import { sql, type Kysely, type Migration } from 'kysely';

/** The published sanctions lists, as last loaded: the same for every organisation. */
export const watchlistsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  // Trusted since Postgres 13: the database's owner may create it.
  `CREATE EXTENSION IF NOT EXISTS pg_trgm`,
  `CREATE TABLE watchlists (
    source text PRIMARY KEY, published_on text, loaded_at timestamptz NOT NULL,
    entries integer NOT NULL, sha256 bytea NOT NULL)`,
  `CREATE TABLE watchlist_entries (
    source text NOT NULL REFERENCES watchlists ON DELETE CASCADE, entry_id text NOT NULL,
    kind text NOT NULL, name text NOT NULL, programs text[] NOT NULL, births jsonb NOT NULL,
    countries text[] NOT NULL, PRIMARY KEY (source, entry_id))`,
  `CREATE TABLE watchlist_names (
    source text NOT NULL, entry_id text NOT NULL, kind text NOT NULL, name text NOT NULL,
    name_key text NOT NULL, is_alias boolean NOT NULL, quality text NOT NULL,
    FOREIGN KEY (source, entry_id) REFERENCES watchlist_entries ON DELETE CASCADE)`,
  `CREATE INDEX watchlist_names_by_entry ON watchlist_names (source, entry_id)`,
  // Only people are screened. Measured against GiST on 20,000 entries (deploy/WATCHLISTS.md).
  `CREATE INDEX watchlist_names_by_trigram ON watchlist_names
    USING gin (name_key gin_trgm_ops) WHERE kind = 'person'`,
];
