import { sql, type Kysely, type Migration } from 'kysely';

/**
 * What names are found by since lists are compared by sounds. Lists that were loaded before have none: they
 * count as not loaded until they are loaded again, and nobody is cleared by them.
 */
export const watchlistKeysMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `ALTER TABLE watchlists ADD COLUMN keys_version text NOT NULL DEFAULT ''`,
  `ALTER TABLE watchlists ALTER COLUMN keys_version DROP DEFAULT`,
  `ALTER TABLE watchlist_names ADD COLUMN is_shortened boolean NOT NULL DEFAULT false,
    ADD COLUMN keys tsvector NOT NULL DEFAULT ''`,
  `ALTER TABLE watchlist_names ALTER COLUMN is_shortened DROP DEFAULT, ALTER COLUMN keys DROP DEFAULT`,
  `DROP INDEX watchlist_names_by_trigram`,
  // Only people are screened.
  `CREATE INDEX watchlist_names_by_key ON watchlist_names USING gin (keys) WHERE kind = 'person'`,
  // How many of a list's names have a word.
  `CREATE TABLE watchlist_words (
    word text NOT NULL, source text NOT NULL REFERENCES watchlists ON DELETE CASCADE,
    names integer NOT NULL, PRIMARY KEY (word, source))`,
];
