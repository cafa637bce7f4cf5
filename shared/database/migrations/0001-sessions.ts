import { sql, type Kysely, type Migration } from 'kysely';

/** The first schema: everything of one session's life, from its key to its webhooks. */
export const sessionsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const owned = 'organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL';
const ofSession = 'session_id text NOT NULL REFERENCES sessions';

const statements = [
  `CREATE TABLE organizations (
    id text PRIMARY KEY, name text NOT NULL, settings jsonb NOT NULL, created_at timestamptz NOT NULL)`,
  `CREATE TABLE api_keys (
    id text PRIMARY KEY, ${owned}, prefix text NOT NULL, key_hash bytea NOT NULL UNIQUE,
    label text NOT NULL, scopes text[] NOT NULL, ip_allow_list text[], expires_at timestamptz,
    revoked_at timestamptz, last_used_at timestamptz, created_at timestamptz NOT NULL)`,
  `CREATE TABLE workflows (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, name text NOT NULL,
    is_default boolean NOT NULL, active boolean NOT NULL, current_version integer NOT NULL,
    created_at timestamptz NOT NULL)`,
  `CREATE UNIQUE INDEX workflows_one_default ON workflows (organization_id) WHERE is_default`,
  `CREATE TABLE workflow_versions (
    workflow_id text NOT NULL REFERENCES workflows, version integer NOT NULL,
    definition jsonb NOT NULL, created_at timestamptz NOT NULL, PRIMARY KEY (workflow_id, version))`,
  `CREATE TABLE sessions (
    id text PRIMARY KEY, ${owned}, status text NOT NULL, retention_status text NOT NULL,
    legal_hold boolean NOT NULL, attempt integer NOT NULL, capture integer NOT NULL,
    state jsonb NOT NULL, sequence integer NOT NULL, event_sequence integer NOT NULL,
    deadline_at timestamptz, external_ref text, country text,
    workflow_id text NOT NULL REFERENCES workflows, workflow_version integer NOT NULL,
    checks text[], document_type text, document_country text, metadata jsonb NOT NULL,
    tags text[] NOT NULL, redirect_url text, fields_sealed bytea, applicant_sealed bytea,
    send_email boolean NOT NULL, token_minutes integer NOT NULL, consent_at timestamptz,
    consent_ip text, consent_version text, required_pieces text[], wrapped_key bytea,
    master_key_id text, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
    completed_at timestamptz, expired_at timestamptz)`,
  `CREATE INDEX sessions_newest ON sessions (organization_id, environment, created_at DESC, id DESC)`,
  `CREATE INDEX sessions_by_status ON sessions (organization_id, environment, status, created_at DESC, id DESC)`,
  `CREATE INDEX sessions_by_ref ON sessions (organization_id, environment, external_ref text_pattern_ops)
    WHERE external_ref IS NOT NULL`,
  `CREATE INDEX sessions_active ON sessions (id)
    WHERE status NOT IN ('completed', 'expired', 'failed')`,
  `CREATE TABLE capture_tokens (
    id text PRIMARY KEY, ${ofSession}, capture integer NOT NULL, token_hash bytea UNIQUE,
    token_sealed bytea, status text NOT NULL, bound_kind text, binding_hash bytea,
    expires_at timestamptz NOT NULL, bound_at timestamptz, created_at timestamptz NOT NULL)`,
  // One live token at a time per session.
  `CREATE UNIQUE INDEX capture_tokens_one_live ON capture_tokens (session_id)
    WHERE status IN ('created', 'consumed')`,
  `CREATE INDEX capture_tokens_by_session ON capture_tokens (session_id, created_at)`,
  `CREATE TABLE documents (
    id text PRIMARY KEY, ${owned}, ${ofSession}, doc_type text NOT NULL, capture integer NOT NULL,
    content_hash bytea NOT NULL, mime_type text NOT NULL, size_bytes integer NOT NULL,
    width integer, height integer, object_key text NOT NULL, hints jsonb,
    superseded_at timestamptz, removed_at timestamptz, created_at timestamptz NOT NULL)`,
  // The same kind again replaces the earlier file: one counts.
  `CREATE UNIQUE INDEX documents_one_counts ON documents (session_id, doc_type)
    WHERE superseded_at IS NULL`,
  `CREATE INDEX documents_by_session ON documents (session_id, created_at)`,
  `CREATE TABLE attempts (
    ${ofSession}, attempt integer NOT NULL, status text NOT NULL, workflow_id text NOT NULL,
    workflow_version integer NOT NULL, document_ids text[] NOT NULL,
    started_at timestamptz NOT NULL, finished_at timestamptz, PRIMARY KEY (session_id, attempt))`,
  `CREATE TABLE check_runs (
    id text PRIMARY KEY, ${ofSession}, attempt integer NOT NULL, "check" text NOT NULL,
    status text NOT NULL, score double precision, reasons text[] NOT NULL, evidence_sealed bytea,
    engine text NOT NULL, engine_version text NOT NULL, started_at timestamptz NOT NULL,
    duration_ms integer NOT NULL, UNIQUE (session_id, attempt, "check"))`,
  `CREATE TABLE extractions (
    ${ofSession}, attempt integer NOT NULL, fields_sealed bytea, created_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, attempt))`,
  `CREATE TABLE results (
    ${owned}, ${ofSession}, attempt integer NOT NULL, status text NOT NULL,
    rejection_reason_code text, reviewed_by text, processing_mode text NOT NULL, country_used text,
    created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, withdrawn_at timestamptz,
    PRIMARY KEY (session_id, attempt))`,
  `CREATE INDEX results_newest ON results (organization_id, environment, created_at DESC)`,
  `CREATE TABLE cases (
    id text PRIMARY KEY, ${owned}, ${ofSession}, attempt integer NOT NULL, status text NOT NULL,
    opened_sequence integer NOT NULL, decided_by text, reason_code text, reason_sealed bytea,
    close_reason text, created_at timestamptz NOT NULL, closed_at timestamptz, UNIQUE (session_id, opened_sequence))`,
  `CREATE INDEX cases_queue ON cases (organization_id, environment, status, created_at)`,
  `CREATE TABLE timeline (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ${owned}, ${ofSession},
    sequence integer, kind text NOT NULL, event text NOT NULL, from_status text, to_status text,
    attempt integer NOT NULL, actor_kind text NOT NULL, actor_id text, detail jsonb NOT NULL,
    content_hash bytea, at timestamptz NOT NULL)`,
  `CREATE UNIQUE INDEX timeline_sequence ON timeline (session_id, sequence)
    WHERE sequence IS NOT NULL`,
  `CREATE INDEX timeline_by_session ON timeline (session_id, position)`,
  `CREATE TABLE events (
    id text PRIMARY KEY, position bigint GENERATED ALWAYS AS IDENTITY, ${owned},
    session_id text REFERENCES sessions, type text NOT NULL, sequence integer NOT NULL,
    data jsonb NOT NULL, is_test boolean NOT NULL, created_at timestamptz NOT NULL,
    dispatched_at timestamptz)`,
  `CREATE UNIQUE INDEX events_sequence ON events (session_id, sequence) WHERE NOT is_test`,
  `CREATE INDEX events_outbox ON events (position) WHERE dispatched_at IS NULL`,
  `CREATE TABLE webhook_endpoints (
    id text PRIMARY KEY, ${owned}, url text NOT NULL, label text, description text,
    enabled boolean NOT NULL, enabled_events text[] NOT NULL, attribute_blocklist text[] NOT NULL,
    api_version text NOT NULL, key_inflection text NOT NULL, secret_sealed bytea NOT NULL,
    previous_secret_sealed bytea, previous_secret_until timestamptz,
    failed_in_a_row integer NOT NULL, disabled_reason text, created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL, deleted_at timestamptz)`,
  `CREATE INDEX webhook_endpoints_owner ON webhook_endpoints (organization_id, environment)
    WHERE deleted_at IS NULL`,
  `CREATE TABLE webhook_deliveries (
    id text PRIMARY KEY, ${owned}, event_id text NOT NULL REFERENCES events,
    endpoint_id text NOT NULL REFERENCES webhook_endpoints, session_id text REFERENCES sessions,
    event_type text NOT NULL, status text NOT NULL, round integer NOT NULL,
    started_round integer NOT NULL, tries integer NOT NULL, created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL, UNIQUE (event_id, endpoint_id))`,
  `CREATE INDEX webhook_deliveries_pending ON webhook_deliveries (id) WHERE status = 'pending'`,
  `CREATE INDEX webhook_deliveries_newest ON webhook_deliveries (endpoint_id, created_at DESC)`,
  `CREATE INDEX webhook_deliveries_by_session ON webhook_deliveries (session_id)`,
  `CREATE TABLE webhook_tries (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery_id text NOT NULL REFERENCES webhook_deliveries, round integer NOT NULL,
    try_number integer NOT NULL, status_code integer, error_code text, duration_ms integer NOT NULL,
    answer text, at timestamptz NOT NULL, UNIQUE (delivery_id, round, try_number))`,
  `CREATE TABLE idempotency (
    ${owned}, key_hash bytea NOT NULL, params_hash bytea NOT NULL, assigned_id text,
    session_id text, lease_until timestamptz NOT NULL, status_code integer, answer_sealed bytea,
    created_at timestamptz NOT NULL, expires_at timestamptz NOT NULL,
    PRIMARY KEY (organization_id, environment, key_hash))`,
  `CREATE TABLE audit (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, environment text,
    actor_kind text NOT NULL, actor_id text, action text NOT NULL, resource_id text,
    request_id text, detail jsonb NOT NULL, at timestamptz NOT NULL)`,
  `CREATE INDEX audit_newest ON audit (organization_id, at DESC)`,
  `CREATE TABLE erasures (
    ${owned}, session_id text PRIMARY KEY REFERENCES sessions, documents_removed integer NOT NULL,
    record jsonb NOT NULL, signature text NOT NULL, pending_object_keys text[] NOT NULL,
    created_at timestamptz NOT NULL)`,
];
