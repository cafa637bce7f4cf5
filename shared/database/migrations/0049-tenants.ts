import { sql, type Kysely, type Migration } from 'kysely';
import { DatabaseError } from 'pg';
import { hasRowBody, ofSession, ownRow, protectTable, type Ownership } from '../row-security';

/**
 * Row-level security as the second wall between tenants, two roles that the service takes on for each
 * transaction, and the narrow functions for what is looked up before anybody knows whose it is.
 */
export const tenantsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createRole(db, 'verifa_application');
    await createRole(db, 'verifa_system');
    const schema = await currentSchema(db);
    for (const statement of grants(schema)) await sql.raw(statement).execute(db);
    for (const [name, definition] of Object.entries(functions)) {
      const { takes, gives, body } = definition;
      for (const statement of [
        `CREATE FUNCTION ${name}(${takes}) RETURNS ${gives} LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = ${schema}, pg_temp AS $$ ${body} $$`,
        `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
        `GRANT EXECUTE ON FUNCTION ${name} TO verifa_application, verifa_system`,
      ]) {
        await sql.raw(statement).execute(db);
      }
    }
    for (const [table, ownership] of Object.entries(ownerships)) {
      await protectTable(db, table, ownership);
    }
  },
};

/** Roles are the whole server's: another database on it may have made them already. */
async function createRole(
  db: Kysely<unknown>,
  role: 'verifa_application' | 'verifa_system',
): Promise<void> {
  try {
    await sql
      .raw(
        `DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
            CREATE ROLE ${role} NOLOGIN NOBYPASSRLS;
          END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$`,
      )
      .execute(db);
    // Whoever migrates owns the tables, and both takes the roles on and reads over the wall.
    await sql
      .raw(
        `DO $$ BEGIN
          IF NOT pg_has_role(current_user, '${role}', 'USAGE') THEN
            EXECUTE format('GRANT ${role} TO %I', current_user);
          END IF;
        END $$`,
      )
      .execute(db);
  } catch (cause) {
    if (!(cause instanceof DatabaseError) || cause.code !== '42501') throw cause;
    // Whoever reads it needs no reason, but what to do.
    throw new Error(
      `this login may not make or take the role ${role}. As an administrator: ` +
        `CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO <this login>;`,
    );
  }
}

async function currentSchema(db: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<{ schema: string }>`
    SELECT quote_ident(current_schema()) AS schema`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('no schema to migrate');
  return row.schema;
}

const both = 'verifa_application, verifa_system';

const grants = (schema: string): readonly string[] => [
  `GRANT USAGE ON SCHEMA ${schema} TO ${both}`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${both}`,
  `GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${both}`,
  `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${both}`,
  `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT USAGE ON SEQUENCES TO ${both}`,
  // Made by the migrator, which need not be the one that runs this.
  `DO $$ BEGIN
    IF to_regclass('kysely_migration') IS NOT NULL THEN
      REVOKE ALL ON kysely_migration, kysely_migration_lock FROM ${both};
    END IF;
  END $$`,
  // Public lists, which the worker refreshes over all tenants.
  `REVOKE INSERT, UPDATE, DELETE ON watchlists, watchlist_entries, watchlist_names, watchlist_words
    FROM verifa_application`,
  `REVOKE ALL ON sweep_cursors FROM verifa_application`,
];

const ownerships: Readonly<Record<string, Ownership>> = {
  organizations: { by: 'organization', column: 'id' },
  users: { by: 'organization', column: 'organization_id' },
  audit_tips: { by: 'organization', column: 'organization_id' },
  audit_heads: { by: 'organization', column: 'organization_id' },
  audit: { by: 'organization_or_environment' },
  environment_settings: ownRow,
  organization_logos: ownRow,
  api_keys: ownRow,
  workflows: ownRow,
  workflow_versions: { by: 'parent', table: 'workflows', column: 'workflow_id' },
  sessions: ownRow,
  capture_tokens: ofSession,
  invitations: ownRow,
  documents: ownRow,
  liveness_challenges: ofSession,
  liveness_frames: { by: 'parent', table: 'documents', column: 'document_id' },
  attempts: ofSession,
  check_runs: ofSession,
  extractions: ofSession,
  readings: ofSession,
  results: ownRow,
  cases: ownRow,
  case_notes: ownRow,
  case_changes: ownRow,
  outcome_layers: { by: 'parent', table: 'case_changes', column: 'change_id' },
  asked_again: ownRow,
  consents: ownRow,
  identities: ownRow,
  page_signals: ownRow,
  session_addresses: ownRow,
  risk_assessments: ownRow,
  timeline: ownRow,
  events: ownRow,
  outbox: ownRow,
  session_totals: ownRow,
  session_total_changes: ownRow,
  webhook_endpoints: ownRow,
  webhook_deliveries: ownRow,
  webhook_tries: { by: 'parent', table: 'webhook_deliveries', column: 'delivery_id' },
  idempotency: ownRow,
  operation_effects: ownRow,
  enclosures: ownRow,
  audit_reads: ownRow,
  erasures: ownRow,
  session_attributes: ownRow,
  face_embeddings: ownRow,
  document_prints: ownRow,
  lists: ownRow,
  list_items: ownRow,
};

/** Held to the tenant that is set, but for the system's role and the owner's. */
const isOwn = (of: string): string =>
  `${of}.organization_id = own_organization AND ${of}.environment = own_environment
    AND (current_setting('role') <> 'verifa_application'
      OR (own_organization = current_setting('verifa.organization', true)
        AND own_environment = current_setting('verifa.environment', true)))`;

const tagged = (table: 'sessions' | 'identities') => ({
  takes: 'own_organization text, own_environment text, tag text',
  gives: 'TABLE (id text)',
  // The second condition is how Postgres knows that the index has the row.
  body: `SELECT t.id FROM ${table} t
    WHERE t.tags @> ARRAY[tag] AND t.tags <> '{}' AND ${isOwn('t')}`,
});

/**
 * Run with the owner's rights. The first four answer only whoever already holds a key, a token, a session's
 * id or a logo's hash; the fifth says of an id whether it is taken. The others keep an index over arrays of use, which Postgres does not ask before a
 * policy: its operators are not known to be leakproof.
 */
const functions: Readonly<
  Record<string, { readonly takes: string; readonly gives: string; readonly body: string }>
> = {
  verifa_api_key: {
    takes: 'sent_hash bytea',
    gives: 'TABLE (key api_keys, plan text)',
    body: `SELECT k, o.plan FROM api_keys k JOIN organizations o ON o.id = k.organization_id
      WHERE k.key_hash = sent_hash`,
  },
  verifa_capture_token: {
    takes: 'sent_hash bytea',
    gives: 'TABLE (token capture_tokens, organization_id text, environment text)',
    body: `SELECT t, s.organization_id, s.environment
      FROM capture_tokens t JOIN sessions s ON s.id = t.session_id WHERE t.token_hash = sent_hash`,
  },
  verifa_session_tenant: {
    takes: 'session text',
    gives: 'TABLE (organization_id text, environment text)',
    body: `SELECT s.organization_id, s.environment FROM sessions s WHERE s.id = session`,
  },
  verifa_logo: {
    takes: 'hash text',
    gives: 'TABLE (png bytea)',
    body: `SELECT l.png FROM organization_logos l WHERE l.sha256 = hash LIMIT 1`,
  },
  verifa_has_row: {
    takes: 'parent text, row_id text',
    gives: 'boolean',
    body: hasRowBody,
  },
  verifa_list_items_keyed: {
    takes: 'own_organization text, own_environment text, hashes bytea[]',
    gives: 'TABLE (id text)',
    body: `SELECT i.id FROM list_items i
      WHERE (i.value_hash = ANY (hashes) OR i.key_hashes && hashes) AND ${isOwn('i')}`,
  },
  verifa_sessions_tagged: tagged('sessions'),
  verifa_identities_tagged: tagged('identities'),
  verifa_answers_about: {
    takes: 'own_organization text, own_environment text, subject text, assigned text',
    gives: 'TABLE (key_hash bytea)',
    body: `SELECT a.key_hash FROM idempotency a
      WHERE (a.subject_ids @> ARRAY[subject] OR a.assigned_id = assigned) AND ${isOwn('a')}`,
  },
};
