import { sql, type Kysely, type Migration } from 'kysely';

/** What the page told, from where it was told, and what each attempt's risk came to. */
export const riskMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `CREATE TABLE page_signals (
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
    session_id text NOT NULL REFERENCES sessions, capture integer NOT NULL, number integer NOT NULL,
    batch_sealed bytea NOT NULL, created_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, capture, number))`,
  `CREATE TABLE session_addresses (
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
    session_id text NOT NULL REFERENCES sessions, capture integer NOT NULL, address_hash bytea NOT NULL,
    country text, tor_exit boolean, datacenter boolean,
    first_seen_at timestamptz NOT NULL, last_seen_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, capture, address_hash))`,
  // How often an address came lately is asked for every session that is judged.
  `CREATE INDEX session_addresses_by_address
    ON session_addresses (organization_id, environment, address_hash, first_seen_at)`,
  `CREATE TABLE risk_assessments (
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
    session_id text NOT NULL REFERENCES sessions, attempt integer NOT NULL,
    score integer NOT NULL, level text NOT NULL, blocked_by text, signals jsonb NOT NULL,
    not_evaluated text[] NOT NULL, evidence_sealed bytea, evaluated_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, attempt))`,
];
