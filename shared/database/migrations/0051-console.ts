import { sql, type Kysely, type Migration } from 'kysely';
import { protectTable, type Ownership } from '../row-security';

/**
 * Sign-in of people: what they prove themselves by, their sessions in the console, links that set an account up,
 * and the narrow functions for what is looked up before anybody knows whose it is.
 */
export const consoleMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of tables) await sql.raw(statement).execute(db);
    for (const table of ['console_sessions', 'user_setup_links', 'user_recovery_codes']) {
      await protectTable(db, table, ofOrganization);
    }
    const { rows } = await sql<{ schema: string }>`
      SELECT quote_ident(current_schema()) AS schema`.execute(db);
    for (const [name, { takes, gives, body }] of Object.entries(functions)) {
      for (const statement of [
        `CREATE FUNCTION ${name}(${takes}) RETURNS ${gives} LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = ${rows[0]?.schema ?? 'public'}, pg_temp AS $$ ${body} $$`,
        `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
        `GRANT EXECUTE ON FUNCTION ${name} TO verifa_application, verifa_system`,
      ]) {
        await sql.raw(statement).execute(db);
      }
    }
  },
};

const ofOrganization: Ownership = { by: 'organization', column: 'organization_id' };
const ofUser =
  'organization_id text NOT NULL REFERENCES organizations, user_id text NOT NULL REFERENCES users';

const tables = [
  `ALTER TABLE users
    ADD COLUMN email text CHECK (email = lower(email)), ADD COLUMN password_hash text,
    ADD COLUMN totp_sealed bytea, ADD COLUMN totp_last_step bigint,
    ADD COLUMN oidc_issuer text, ADD COLUMN oidc_subject text,
    ADD COLUMN last_login_at timestamptz`,
  `CREATE UNIQUE INDEX users_by_email ON users (email, organization_id) WHERE email IS NOT NULL`,
  `CREATE UNIQUE INDEX users_by_subject ON users (oidc_subject, oidc_issuer, organization_id)
    WHERE oidc_subject IS NOT NULL`,
  `CREATE TABLE console_sessions (
    id text PRIMARY KEY, token_hash bytea NOT NULL UNIQUE, ${ofUser},
    current_environment text NOT NULL, stage text NOT NULL, signed_in_by text NOT NULL,
    pending_totp_sealed bytea, created_at timestamptz NOT NULL, last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL, reauthenticated_at timestamptz, revoked_at timestamptz)`,
  `CREATE INDEX console_sessions_by_user ON console_sessions (user_id, created_at)`,
  `CREATE INDEX console_sessions_by_end ON console_sessions (expires_at)`,
  `CREATE TABLE user_setup_links (
    token_hash bytea PRIMARY KEY, ${ofUser}, created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL)`,
  `CREATE INDEX user_setup_links_by_user ON user_setup_links (user_id)`,
  `CREATE TABLE user_recovery_codes (
    ${ofUser}, code_hash bytea NOT NULL, created_at timestamptz NOT NULL,
    used_at timestamptz, PRIMARY KEY (user_id, code_hash))`,
  // Counted before anybody knows whose account it is: under keyed hashes, no tenant's.
  `CREATE TABLE sign_in_attempts (
    subject text PRIMARY KEY, since timestamptz NOT NULL, attempts integer NOT NULL)`,
  `CREATE INDEX sign_in_attempts_by_age ON sign_in_attempts (since)`,
  // Who read, where it is no API key.
  `ALTER TABLE audit_reads ADD COLUMN actor_kind text NOT NULL DEFAULT 'api_key'`,
];

/** They answer whoever holds a token, with what it opens; and of an address or a subject only whose it is. */
const functions: Readonly<
  Record<string, { readonly takes: string; readonly gives: string; readonly body: string }>
> = {
  verifa_console_session: {
    takes: 'sent_hash bytea',
    gives: `TABLE (id text, organization_id text, user_id text, role text, plan text,
      current_environment text, stage text, signed_in_by text, last_seen_at timestamptz,
      expires_at timestamptz, reauthenticated_at timestamptz)`,
    body: `SELECT s.id, s.organization_id, s.user_id, u.role, o.plan, s.current_environment, s.stage,
        s.signed_in_by, s.last_seen_at, s.expires_at, s.reauthenticated_at
      FROM console_sessions s JOIN users u ON u.id = s.user_id
        JOIN organizations o ON o.id = s.organization_id
      WHERE s.token_hash = sent_hash AND s.revoked_at IS NULL AND u.deactivated_at IS NULL`,
  },
  verifa_setup_link: {
    takes: 'sent_hash bytea',
    gives: 'TABLE (organization_id text, user_id text, expires_at timestamptz)',
    body: `SELECT l.organization_id, l.user_id, l.expires_at
      FROM user_setup_links l JOIN users u ON u.id = l.user_id
      WHERE l.token_hash = sent_hash AND u.deactivated_at IS NULL`,
  },
  verifa_users_by_email: {
    takes: 'address text',
    gives: 'TABLE (organization_id text, user_id text)',
    body: `SELECT u.organization_id, u.id FROM users u
      WHERE u.email = address AND u.deactivated_at IS NULL ORDER BY u.id LIMIT 5`,
  },
  verifa_users_by_subject: {
    takes: 'issuer text, subject text',
    gives: 'TABLE (organization_id text, user_id text)',
    body: `SELECT u.organization_id, u.id FROM users u
      WHERE u.oidc_subject = subject AND u.oidc_issuer = issuer AND u.deactivated_at IS NULL
      ORDER BY u.id LIMIT 5`,
  },
};
