import { sql, type Kysely, type Migration } from 'kysely';

/** What was asked of a person in front of the camera, and which frames answer it. */
export const livenessMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `CREATE TABLE liveness_challenges (
    nonce_hash bytea PRIMARY KEY, session_id text NOT NULL REFERENCES sessions,
    capture integer NOT NULL, challenges text[] NOT NULL, issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL, answered_at timestamptz)`,
  `CREATE INDEX liveness_challenges_of_capture
    ON liveness_challenges (session_id, capture, issued_at)`,
  `CREATE TABLE liveness_frames (
    document_id text PRIMARY KEY REFERENCES documents,
    nonce_hash bytea NOT NULL REFERENCES liveness_challenges,
    challenge smallint NOT NULL, position smallint NOT NULL,
    UNIQUE (nonce_hash, challenge, position))`,
  // Of frames a whole set counts; of all else one file a kind.
  'DROP INDEX documents_one_counts',
  `CREATE UNIQUE INDEX documents_one_counts ON documents (session_id, doc_type)
    WHERE superseded_at IS NULL AND doc_type <> 'liveness_frame'`,
];
