import { sql, type Kysely, type Migration } from 'kysely';

/** Reviewers, what they hold, and what they wrote and changed. */
export const reviewMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const owned = 'organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL';
const ofCase =
  'case_id text NOT NULL REFERENCES cases, session_id text NOT NULL REFERENCES sessions';

const statements = [
  `CREATE TABLE users (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations,
    name text NOT NULL, role text NOT NULL, created_at timestamptz NOT NULL,
    deactivated_at timestamptz)`,
  `CREATE INDEX users_by_organization ON users (organization_id, id)`,
  `ALTER TABLE cases
    ADD COLUMN dual_review boolean NOT NULL DEFAULT false,
    ADD COLUMN assignee text, ADD COLUMN claimed_until timestamptz,
    ADD COLUMN first_reviewer text, ADD COLUMN first_decision text,
    ADD COLUMN first_reason_code text, ADD COLUMN escalated_by text`,
  // What somebody may still take, oldest first.
  `CREATE INDEX cases_undecided ON cases (organization_id, environment, created_at, id)
    WHERE closed_at IS NULL`,
  `CREATE TABLE case_notes (
    id text PRIMARY KEY, ${owned}, ${ofCase}, author_kind text NOT NULL, author_id text,
    text_sealed bytea, created_at timestamptz NOT NULL)`,
  `CREATE INDEX case_notes_by_case ON case_notes (case_id, id)`,
  `CREATE INDEX case_notes_by_session ON case_notes (session_id)`,
  `CREATE TABLE case_changes (
    id text PRIMARY KEY, ${owned}, ${ofCase}, attempt integer NOT NULL, kind text NOT NULL,
    content_sealed bytea, author_kind text NOT NULL, author_id text,
    created_at timestamptz NOT NULL, applied_at timestamptz)`,
  `CREATE INDEX case_changes_by_session ON case_changes (session_id, attempt)`,
  `CREATE TABLE outcome_layers (
    change_id text NOT NULL REFERENCES case_changes, "check" text NOT NULL, status text NOT NULL,
    reasons text[] NOT NULL, PRIMARY KEY (change_id, "check"))`,
];
