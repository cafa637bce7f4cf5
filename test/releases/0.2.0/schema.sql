CREATE TABLE IF NOT EXISTS kysely_migration
    (name varchar(255) NOT NULL PRIMARY KEY, timestamp varchar(255) NOT NULL)
--;
CREATE TABLE IF NOT EXISTS kysely_migration_lock
    (id varchar(255) NOT NULL PRIMARY KEY, is_locked integer DEFAULT 0 NOT NULL)
--;
INSERT INTO kysely_migration_lock (id, is_locked) VALUES ('migration_lock', 0)
    ON CONFLICT DO NOTHING
--;
begin
--;
CREATE TABLE organizations (
    id text PRIMARY KEY, name text NOT NULL, settings jsonb NOT NULL, created_at timestamptz NOT NULL)
--;
CREATE TABLE api_keys (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, prefix text NOT NULL, key_hash bytea NOT NULL UNIQUE,
    label text NOT NULL, scopes text[] NOT NULL, ip_allow_list text[], expires_at timestamptz,
    revoked_at timestamptz, last_used_at timestamptz, created_at timestamptz NOT NULL)
--;
CREATE TABLE workflows (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, name text NOT NULL,
    is_default boolean NOT NULL, active boolean NOT NULL, current_version integer NOT NULL,
    created_at timestamptz NOT NULL)
--;
CREATE UNIQUE INDEX workflows_one_default ON workflows (organization_id) WHERE is_default
--;
CREATE TABLE workflow_versions (
    workflow_id text NOT NULL REFERENCES workflows, version integer NOT NULL,
    definition jsonb NOT NULL, created_at timestamptz NOT NULL, PRIMARY KEY (workflow_id, version))
--;
CREATE TABLE sessions (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, status text NOT NULL, retention_status text NOT NULL,
    legal_hold boolean NOT NULL, attempt integer NOT NULL, capture integer NOT NULL,
    state jsonb NOT NULL, sequence integer NOT NULL, event_sequence integer NOT NULL,
    deadline_at timestamptz, external_ref text, country text,
    workflow_id text NOT NULL REFERENCES workflows, workflow_version integer NOT NULL,
    checks text[], document_type text, document_country text, metadata jsonb NOT NULL,
    tags text[] NOT NULL, redirect_url text, fields_sealed bytea, applicant_sealed bytea,
    send_email boolean NOT NULL, token_minutes integer NOT NULL, consent_at timestamptz,
    consent_ip text, consent_version text, required_pieces text[], wrapped_key bytea,
    master_key_id text, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
    completed_at timestamptz, expired_at timestamptz)
--;
CREATE INDEX sessions_newest ON sessions (organization_id, environment, created_at DESC, id DESC)
--;
CREATE INDEX sessions_by_status ON sessions (organization_id, environment, status, created_at DESC, id DESC)
--;
CREATE INDEX sessions_by_ref ON sessions (organization_id, environment, external_ref text_pattern_ops)
    WHERE external_ref IS NOT NULL
--;
CREATE INDEX sessions_active ON sessions (id)
    WHERE status NOT IN ('completed', 'expired', 'failed')
--;
CREATE TABLE capture_tokens (
    id text PRIMARY KEY, session_id text NOT NULL REFERENCES sessions, capture integer NOT NULL, token_hash bytea UNIQUE,
    token_sealed bytea, status text NOT NULL, bound_kind text, binding_hash bytea,
    expires_at timestamptz NOT NULL, bound_at timestamptz, created_at timestamptz NOT NULL)
--;
CREATE UNIQUE INDEX capture_tokens_one_live ON capture_tokens (session_id)
    WHERE status IN ('created', 'consumed')
--;
CREATE INDEX capture_tokens_by_session ON capture_tokens (session_id, created_at)
--;
CREATE TABLE documents (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, session_id text NOT NULL REFERENCES sessions, doc_type text NOT NULL, capture integer NOT NULL,
    content_hash bytea NOT NULL, mime_type text NOT NULL, size_bytes integer NOT NULL,
    width integer, height integer, object_key text NOT NULL, hints jsonb,
    superseded_at timestamptz, removed_at timestamptz, created_at timestamptz NOT NULL)
--;
CREATE UNIQUE INDEX documents_one_counts ON documents (session_id, doc_type)
    WHERE superseded_at IS NULL
--;
CREATE INDEX documents_by_session ON documents (session_id, created_at)
--;
CREATE TABLE attempts (
    session_id text NOT NULL REFERENCES sessions, attempt integer NOT NULL, status text NOT NULL, workflow_id text NOT NULL,
    workflow_version integer NOT NULL, document_ids text[] NOT NULL,
    started_at timestamptz NOT NULL, finished_at timestamptz, PRIMARY KEY (session_id, attempt))
--;
CREATE TABLE check_runs (
    id text PRIMARY KEY, session_id text NOT NULL REFERENCES sessions, attempt integer NOT NULL, "check" text NOT NULL,
    status text NOT NULL, score double precision, reasons text[] NOT NULL, evidence_sealed bytea,
    engine text NOT NULL, engine_version text NOT NULL, started_at timestamptz NOT NULL,
    duration_ms integer NOT NULL, UNIQUE (session_id, attempt, "check"))
--;
CREATE TABLE extractions (
    session_id text NOT NULL REFERENCES sessions, attempt integer NOT NULL, fields_sealed bytea, created_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, attempt))
--;
CREATE TABLE results (
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, session_id text NOT NULL REFERENCES sessions, attempt integer NOT NULL, status text NOT NULL,
    rejection_reason_code text, reviewed_by text, processing_mode text NOT NULL, country_used text,
    created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, withdrawn_at timestamptz,
    PRIMARY KEY (session_id, attempt))
--;
CREATE INDEX results_newest ON results (organization_id, environment, created_at DESC)
--;
CREATE TABLE cases (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, session_id text NOT NULL REFERENCES sessions, attempt integer NOT NULL, status text NOT NULL,
    opened_sequence integer NOT NULL, decided_by text, reason_code text, reason_sealed bytea,
    close_reason text, created_at timestamptz NOT NULL, closed_at timestamptz, UNIQUE (session_id, opened_sequence))
--;
CREATE INDEX cases_queue ON cases (organization_id, environment, status, created_at)
--;
CREATE TABLE timeline (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, session_id text NOT NULL REFERENCES sessions,
    sequence integer, kind text NOT NULL, event text NOT NULL, from_status text, to_status text,
    attempt integer NOT NULL, actor_kind text NOT NULL, actor_id text, detail jsonb NOT NULL,
    content_hash bytea, at timestamptz NOT NULL)
--;
CREATE UNIQUE INDEX timeline_sequence ON timeline (session_id, sequence)
    WHERE sequence IS NOT NULL
--;
CREATE INDEX timeline_by_session ON timeline (session_id, position)
--;
CREATE TABLE events (
    id text PRIMARY KEY, position bigint GENERATED ALWAYS AS IDENTITY, organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
    session_id text REFERENCES sessions, type text NOT NULL, sequence integer NOT NULL,
    data jsonb NOT NULL, is_test boolean NOT NULL, created_at timestamptz NOT NULL,
    dispatched_at timestamptz)
--;
CREATE UNIQUE INDEX events_sequence ON events (session_id, sequence) WHERE NOT is_test
--;
CREATE INDEX events_outbox ON events (position) WHERE dispatched_at IS NULL
--;
CREATE TABLE webhook_endpoints (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, url text NOT NULL, label text, description text,
    enabled boolean NOT NULL, enabled_events text[] NOT NULL, attribute_blocklist text[] NOT NULL,
    api_version text NOT NULL, key_inflection text NOT NULL, secret_sealed bytea NOT NULL,
    previous_secret_sealed bytea, previous_secret_until timestamptz,
    failed_in_a_row integer NOT NULL, disabled_reason text, created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL, deleted_at timestamptz)
--;
CREATE INDEX webhook_endpoints_owner ON webhook_endpoints (organization_id, environment)
    WHERE deleted_at IS NULL
--;
CREATE TABLE webhook_deliveries (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, event_id text NOT NULL REFERENCES events,
    endpoint_id text NOT NULL REFERENCES webhook_endpoints, session_id text REFERENCES sessions,
    event_type text NOT NULL, status text NOT NULL, round integer NOT NULL,
    started_round integer NOT NULL, tries integer NOT NULL, created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL, UNIQUE (event_id, endpoint_id))
--;
CREATE INDEX webhook_deliveries_pending ON webhook_deliveries (id) WHERE status = 'pending'
--;
CREATE INDEX webhook_deliveries_newest ON webhook_deliveries (endpoint_id, created_at DESC)
--;
CREATE INDEX webhook_deliveries_by_session ON webhook_deliveries (session_id)
--;
CREATE TABLE webhook_tries (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery_id text NOT NULL REFERENCES webhook_deliveries, round integer NOT NULL,
    try_number integer NOT NULL, status_code integer, error_code text, duration_ms integer NOT NULL,
    answer text, at timestamptz NOT NULL, UNIQUE (delivery_id, round, try_number))
--;
CREATE TABLE idempotency (
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, key_hash bytea NOT NULL, params_hash bytea NOT NULL, assigned_id text,
    session_id text, lease_until timestamptz NOT NULL, status_code integer, answer_sealed bytea,
    created_at timestamptz NOT NULL, expires_at timestamptz NOT NULL,
    PRIMARY KEY (organization_id, environment, key_hash))
--;
CREATE TABLE audit (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, environment text,
    actor_kind text NOT NULL, actor_id text, action text NOT NULL, resource_id text,
    request_id text, detail jsonb NOT NULL, at timestamptz NOT NULL)
--;
CREATE INDEX audit_newest ON audit (organization_id, at DESC)
--;
CREATE TABLE erasures (
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, session_id text PRIMARY KEY REFERENCES sessions, documents_removed integer NOT NULL,
    record jsonb NOT NULL, signature text NOT NULL, pending_object_keys text[] NOT NULL,
    created_at timestamptz NOT NULL)
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0001-sessions',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE workflows ADD COLUMN rollout_percentage integer NOT NULL DEFAULT 100
--;
ALTER TABLE workflows ADD COLUMN stable_version integer NOT NULL DEFAULT 1
--;
UPDATE workflows SET stable_version = current_version
--;
CREATE TABLE readings (
    session_id text NOT NULL REFERENCES sessions, document_ids text[] NOT NULL,
    engine text NOT NULL, engine_version text NOT NULL, reading_sealed bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, document_ids, engine, engine_version))
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0003-workflow-versions',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE liveness_challenges (
    nonce_hash bytea PRIMARY KEY, session_id text NOT NULL REFERENCES sessions,
    capture integer NOT NULL, challenges text[] NOT NULL, issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL, answered_at timestamptz)
--;
CREATE INDEX liveness_challenges_of_capture
    ON liveness_challenges (session_id, capture, issued_at)
--;
CREATE TABLE liveness_frames (
    document_id text PRIMARY KEY REFERENCES documents,
    nonce_hash bytea NOT NULL REFERENCES liveness_challenges,
    challenge smallint NOT NULL, position smallint NOT NULL,
    UNIQUE (nonce_hash, challenge, position))
--;
DROP INDEX documents_one_counts
--;
CREATE UNIQUE INDEX documents_one_counts ON documents (session_id, doc_type)
    WHERE superseded_at IS NULL AND doc_type <> 'liveness_frame'
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0004-liveness',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE EXTENSION IF NOT EXISTS pg_trgm
--;
CREATE TABLE watchlists (
    source text PRIMARY KEY, published_on text, loaded_at timestamptz NOT NULL,
    entries integer NOT NULL, sha256 bytea NOT NULL)
--;
CREATE TABLE watchlist_entries (
    source text NOT NULL REFERENCES watchlists ON DELETE CASCADE, entry_id text NOT NULL,
    kind text NOT NULL, name text NOT NULL, programs text[] NOT NULL, births jsonb NOT NULL,
    countries text[] NOT NULL, PRIMARY KEY (source, entry_id))
--;
CREATE TABLE watchlist_names (
    source text NOT NULL, entry_id text NOT NULL, kind text NOT NULL, name text NOT NULL,
    name_key text NOT NULL, is_alias boolean NOT NULL, quality text NOT NULL,
    FOREIGN KEY (source, entry_id) REFERENCES watchlist_entries ON DELETE CASCADE)
--;
CREATE INDEX watchlist_names_by_entry ON watchlist_names (source, entry_id)
--;
CREATE INDEX watchlist_names_by_trigram ON watchlist_names
    USING gin (name_key gin_trgm_ops) WHERE kind = 'person'
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0005-watchlists',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE session_attributes (
    position bigint GENERATED ALWAYS AS IDENTITY, organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, session_id text NOT NULL REFERENCES sessions, kind text NOT NULL,
    value_hash bytea NOT NULL, created_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, kind, value_hash))
--;
CREATE INDEX session_attributes_lookup
    ON session_attributes (organization_id, environment, kind, value_hash, position)
--;
CREATE TABLE face_embeddings (
    position bigint GENERATED ALWAYS AS IDENTITY, organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, session_id text NOT NULL REFERENCES sessions, capture integer NOT NULL,
    engine text NOT NULL, embedding_sealed bytea NOT NULL, created_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, capture, engine))
--;
CREATE UNIQUE INDEX face_embeddings_scan
    ON face_embeddings (organization_id, environment, engine, position)
--;
ALTER TABLE face_embeddings ALTER COLUMN embedding_sealed SET STORAGE EXTERNAL
--;
CREATE TABLE lists (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, name text NOT NULL, action text NOT NULL, origin text NOT NULL,
    created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL)
--;
CREATE UNIQUE INDEX lists_names ON lists (organization_id, environment, lower(name))
    WHERE origin = 'api'
--;
CREATE UNIQUE INDEX lists_of_review ON lists (organization_id, environment)
    WHERE origin = 'review'
--;
CREATE TABLE list_items (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, list_id text NOT NULL REFERENCES lists ON DELETE CASCADE,
    kind text NOT NULL, value_hash bytea NOT NULL, value_sealed bytea NOT NULL, engine text,
    session_id text REFERENCES sessions, actor_kind text NOT NULL, actor_id text,
    created_at timestamptz NOT NULL, UNIQUE (list_id, kind, value_hash))
--;
CREATE INDEX list_items_lookup ON list_items (organization_id, environment, kind, value_hash)
--;
CREATE INDEX list_items_by_session ON list_items (session_id) WHERE session_id IS NOT NULL
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0006-duplicates-and-lists',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE document_prints (
    position bigint GENERATED ALWAYS AS IDENTITY,
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
    session_id text NOT NULL REFERENCES sessions, document_id text NOT NULL, engine text NOT NULL,
    content_hash bytea NOT NULL, print_sealed bytea NOT NULL, created_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, document_id, engine))
--;
CREATE INDEX document_prints_lookup
    ON document_prints (organization_id, environment, content_hash, position)
--;
CREATE UNIQUE INDEX document_prints_scan
    ON document_prints (organization_id, environment, engine, position)
--;
ALTER TABLE document_prints ALTER COLUMN print_sealed SET STORAGE EXTERNAL
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0007-document-prints',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE users (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations,
    name text NOT NULL, role text NOT NULL, created_at timestamptz NOT NULL,
    deactivated_at timestamptz)
--;
CREATE INDEX users_by_organization ON users (organization_id, id)
--;
ALTER TABLE cases
    ADD COLUMN dual_review boolean NOT NULL DEFAULT false,
    ADD COLUMN assignee text, ADD COLUMN claimed_until timestamptz,
    ADD COLUMN first_reviewer text, ADD COLUMN first_decision text,
    ADD COLUMN first_reason_code text, ADD COLUMN escalated_by text
--;
CREATE INDEX cases_undecided ON cases (organization_id, environment, created_at, id)
    WHERE closed_at IS NULL
--;
CREATE TABLE case_notes (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, case_id text NOT NULL REFERENCES cases, session_id text NOT NULL REFERENCES sessions, author_kind text NOT NULL, author_id text,
    text_sealed bytea, created_at timestamptz NOT NULL)
--;
CREATE INDEX case_notes_by_case ON case_notes (case_id, id)
--;
CREATE INDEX case_notes_by_session ON case_notes (session_id)
--;
CREATE TABLE case_changes (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, case_id text NOT NULL REFERENCES cases, session_id text NOT NULL REFERENCES sessions, attempt integer NOT NULL, kind text NOT NULL,
    content_sealed bytea, author_kind text NOT NULL, author_id text,
    created_at timestamptz NOT NULL, applied_at timestamptz)
--;
CREATE INDEX case_changes_by_session ON case_changes (session_id, attempt)
--;
CREATE TABLE outcome_layers (
    change_id text NOT NULL REFERENCES case_changes, "check" text NOT NULL, status text NOT NULL,
    reasons text[] NOT NULL, PRIMARY KEY (change_id, "check"))
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0008-review',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE page_signals (
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
    session_id text NOT NULL REFERENCES sessions, capture integer NOT NULL, number integer NOT NULL,
    batch_sealed bytea NOT NULL, created_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, capture, number))
--;
CREATE TABLE session_addresses (
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
    session_id text NOT NULL REFERENCES sessions, capture integer NOT NULL, address_hash bytea NOT NULL,
    country text, tor_exit boolean, datacenter boolean,
    first_seen_at timestamptz NOT NULL, last_seen_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, capture, address_hash))
--;
CREATE INDEX session_addresses_by_address
    ON session_addresses (organization_id, environment, address_hash, first_seen_at)
--;
CREATE TABLE risk_assessments (
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
    session_id text NOT NULL REFERENCES sessions, attempt integer NOT NULL,
    score integer NOT NULL, level text NOT NULL, blocked_by text, signals jsonb NOT NULL,
    not_evaluated text[] NOT NULL, evidence_sealed bytea, evaluated_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, attempt))
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0009-risk',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE identities (
    id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations,
    environment text NOT NULL, external_ref text, status text NOT NULL, origin text NOT NULL,
    tags text[] NOT NULL, metadata jsonb NOT NULL, profile_sealed bytea, wrapped_key bytea,
    master_key_id text, newest_session_id text,
    merged_into text REFERENCES identities, event_sequence integer NOT NULL,
    created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, archived_at timestamptz,
    redacted_at timestamptz)
--;
CREATE UNIQUE INDEX identities_one_for_each_ref
    ON identities (organization_id, environment, external_ref) WHERE external_ref IS NOT NULL
--;
CREATE INDEX identities_newest
    ON identities (organization_id, environment, created_at DESC, id DESC)
--;
ALTER TABLE sessions ADD COLUMN identity_id text REFERENCES identities
--;
CREATE INDEX sessions_by_identity ON sessions (identity_id, id DESC)
    WHERE identity_id IS NOT NULL
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0010-identities',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE audit
    ADD COLUMN client_address text, ADD COLUMN user_agent text, ADD COLUMN personal_salt bytea,
    ADD COLUMN client_address_commitment bytea, ADD COLUMN user_agent_commitment bytea,
    ADD COLUMN seal_position bigint, ADD COLUMN seal_hash bytea
--;
CREATE UNIQUE INDEX audit_chain ON audit (organization_id, seal_position)
    WHERE seal_position IS NOT NULL
--;
CREATE INDEX audit_unsealed ON audit (organization_id, at, id) WHERE seal_position IS NULL
--;
CREATE INDEX audit_pages ON audit (organization_id, at DESC, id DESC)
--;
DROP INDEX audit_newest
--;
CREATE INDEX audit_of_resource ON audit (resource_id)
--;
CREATE TABLE audit_tips (
    organization_id text PRIMARY KEY REFERENCES organizations, position bigint NOT NULL,
    hash bytea NOT NULL, mac bytea NOT NULL)
--;
CREATE TABLE audit_heads (
    organization_id text NOT NULL REFERENCES organizations, position bigint NOT NULL,
    hash bytea NOT NULL, signature text NOT NULL, at timestamptz NOT NULL,
    PRIMARY KEY (organization_id, position))
--;
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE'
        AND to_jsonb(NEW) - ARRAY['seal_position', 'seal_hash', 'client_address', 'user_agent', 'personal_salt'] = to_jsonb(OLD) - ARRAY['seal_position', 'seal_hash', 'client_address', 'user_agent', 'personal_salt']
        AND (OLD.seal_position IS NULL
          OR (NEW.seal_position = OLD.seal_position AND NEW.seal_hash = OLD.seal_hash))
        AND (NEW.client_address IS NULL OR NEW.client_address = OLD.client_address)
        AND (NEW.user_agent IS NULL OR NEW.user_agent = OLD.user_agent)
        AND (NEW.personal_salt IS NULL OR NEW.personal_salt = OLD.personal_salt)
      THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'audit rows are append-only';
    END $$
--;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0011-audit-chain',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE organizations ADD COLUMN plan text NOT NULL DEFAULT 'unlimited'
--;
ALTER TABLE api_keys ADD COLUMN api_version text
--;
CREATE UNLOGGED TABLE rate_windows (
    subject text NOT NULL, window_number bigint NOT NULL, taken integer NOT NULL,
    PRIMARY KEY (subject, window_number))
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0012-limits',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE events ADD COLUMN feed_position bigint
--;
CREATE INDEX events_unfed ON events (organization_id, environment, position)
    WHERE feed_position IS NULL AND NOT is_test
--;
CREATE UNIQUE INDEX events_feed ON events (organization_id, environment, feed_position)
    WHERE feed_position IS NOT NULL
--;
CREATE INDEX events_by_time ON events (organization_id, environment, created_at, position)
    WHERE NOT is_test
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0015-event-feed',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE webhook_endpoints
      ADD COLUMN ed25519_signature boolean NOT NULL DEFAULT false
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0016-webhook-ed25519',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE sessions ADD COLUMN ended_at timestamptz
--;
UPDATE sessions SET ended_at = COALESCE(completed_at, expired_at, updated_at)
      WHERE status IN ('completed', 'expired', 'failed')
--;
CREATE INDEX sessions_retention ON sessions (organization_id, ended_at)
      WHERE ended_at IS NOT NULL AND retention_status <> 'redacted' AND NOT legal_hold
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0017-retention',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE sessions ADD COLUMN last_request_id text
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0018-last-request',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE invitations (
      session_id text NOT NULL REFERENCES sessions (id), number integer NOT NULL,
      organization_id text NOT NULL REFERENCES organizations (id), environment text NOT NULL,
      created_at timestamptz NOT NULL, sent_at timestamptz, dropped_at timestamptz,
      PRIMARY KEY (session_id, number))
--;
CREATE INDEX invitations_owed ON invitations (created_at)
      WHERE sent_at IS NULL AND dropped_at IS NULL
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0019-invitations',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0021-optional-checks',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE sessions ADD COLUMN typed_sealed bytea,
      ADD COLUMN typed_in_fields text[] NOT NULL DEFAULT '{}'
--;
UPDATE sessions SET typed_in_fields = written.keys FROM (
      SELECT session_id, array_agg(DISTINCT
          CASE event WHEN 'user_info' THEN 'user_info' ELSE 'proof_of_address' END) AS keys
        FROM timeline
        WHERE kind = 'step' AND (event = 'user_info' OR (event = 'document_uploaded'
          AND actor_kind = 'person' AND detail ->> 'document_type' = 'proof_of_address'))
        GROUP BY session_id) AS written
      WHERE written.session_id = sessions.id AND sessions.fields_sealed IS NOT NULL
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0023-two-owners',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE sessions ADD COLUMN asked_since integer
--;
UPDATE sessions SET asked_since = capture WHERE required_pieces IS NOT NULL
--;
CREATE TABLE asked_again (
      organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
      session_id text NOT NULL REFERENCES sessions, request_id text NOT NULL, piece text NOT NULL,
      reason_code text, message_sealed bytea, created_at timestamptz NOT NULL, capture integer,
      PRIMARY KEY (session_id, request_id, piece))
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0024-asked-again',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE consents (
      organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
      session_id text NOT NULL REFERENCES sessions, number integer NOT NULL,
      accepted boolean NOT NULL, version text, given_by text NOT NULL, actor_kind text NOT NULL,
      actor_id text, ip text, at timestamptz NOT NULL, PRIMARY KEY (session_id, number))
--;
ALTER TABLE sessions ADD COLUMN consent_person_at timestamptz,
      ADD COLUMN consent_withdrawn_at timestamptz
--;
UPDATE sessions SET consent_person_at = consent_at
      WHERE consent_at IS NOT NULL
--;
INSERT INTO consents (organization_id, environment, session_id, number, accepted,
        version, given_by, actor_kind, ip, at)
      SELECT organization_id, environment, id, 1, true, consent_version, 'person', 'person',
        consent_ip, consent_at FROM sessions WHERE consent_at IS NOT NULL
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0024-consents',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE environment_settings (
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
    settings jsonb NOT NULL, PRIMARY KEY (organization_id, environment))
--;
INSERT INTO environment_settings (organization_id, environment, settings)
    SELECT id, environment, settings FROM organizations,
      (VALUES ('live'), ('sandbox')) AS both_environments (environment)
--;
ALTER TABLE organizations DROP COLUMN settings
--;
ALTER TABLE workflows ADD COLUMN environment text NOT NULL DEFAULT 'live'
--;
ALTER TABLE workflows ALTER COLUMN environment DROP DEFAULT
--;
ALTER TABLE workflows ADD UNIQUE (id, organization_id, environment)
--;
DROP INDEX workflows_one_default
--;
CREATE UNIQUE INDEX workflows_one_default ON workflows (organization_id, environment)
    WHERE is_default
--;
CREATE TEMPORARY TABLE workflow_twins (of_live text PRIMARY KEY, of_sandbox text NOT NULL)
    ON COMMIT DROP
--;
INSERT INTO workflows (id, organization_id, environment, name, is_default, active,
      current_version, rollout_percentage, stable_version, created_at)
    SELECT of_sandbox, organization_id, 'sandbox', name, is_default, active,
      current_version, rollout_percentage, stable_version, created_at
    FROM workflows JOIN workflow_twins ON of_live = id
--;
INSERT INTO workflow_versions (workflow_id, version, definition, created_at)
    SELECT of_sandbox, version, definition, created_at
    FROM workflow_versions JOIN workflow_twins ON of_live = workflow_id
--;
UPDATE sessions SET workflow_id = of_sandbox FROM workflow_twins
    WHERE of_live = workflow_id AND environment = 'sandbox'
--;
UPDATE attempts SET workflow_id = of_sandbox FROM workflow_twins, sessions
    WHERE of_live = attempts.workflow_id AND sessions.id = attempts.session_id
      AND sessions.environment = 'sandbox'
--;
ALTER TABLE sessions DROP CONSTRAINT sessions_workflow_id_fkey
--;
ALTER TABLE sessions ADD CONSTRAINT sessions_workflow_of_environment
    FOREIGN KEY (workflow_id, organization_id, environment)
    REFERENCES workflows (id, organization_id, environment)
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0025-environments',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE results ADD COLUMN decided_at timestamptz
--;
UPDATE results SET decided_at = updated_at WHERE status <> 'needs_review'
--;
INSERT INTO attempts (session_id, attempt, status, workflow_id, workflow_version,
        document_ids, started_at, finished_at)
      SELECT id, attempt, 'decided', workflow_id, workflow_version, '{}', updated_at, updated_at
      FROM sessions
      WHERE environment = 'sandbox' AND status IN ('under_review', 'processing')
      ON CONFLICT DO NOTHING
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0026-simulated-attempts',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE idempotency
      ADD COLUMN subject_ids text[] NOT NULL DEFAULT '{}',
      ADD COLUMN erased_subject text
--;
UPDATE idempotency SET subject_ids = ARRAY[session_id]
      WHERE session_id IS NOT NULL
--;
ALTER TABLE idempotency DROP COLUMN session_id
--;
CREATE INDEX idempotency_subjects ON idempotency USING gin (subject_ids)
--;
CREATE INDEX idempotency_assigned ON idempotency (assigned_id)
--;
UPDATE identities SET profile_sealed = NULL WHERE profile_sealed IS NOT NULL
      AND newest_session_id IN (SELECT id FROM sessions WHERE retention_status <> 'active')
--;
UPDATE webhook_tries SET answer = NULL WHERE answer IS NOT NULL
      AND delivery_id IN (SELECT d.id FROM webhook_deliveries d JOIN sessions s ON s.id = d.session_id
        WHERE s.retention_status <> 'active')
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0027-whose-answers',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE identities ADD COLUMN erasure_asked_at timestamptz
--;
CREATE TABLE sweep_cursors (
      name text PRIMARY KEY, after text NOT NULL, updated_at timestamptz NOT NULL)
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0028-erasing-whole',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE enclosures (
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, session_id text NOT NULL REFERENCES sessions, operation_id text NOT NULL,
    request_id text NOT NULL, client_address text NOT NULL, user_agent text, detail jsonb NOT NULL,
    words_sealed bytea, metadata jsonb, created_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, operation_id))
--;
CREATE INDEX enclosures_by_age ON enclosures (created_at)
--;
ALTER TABLE timeline ADD COLUMN request_id text
--;
CREATE TABLE operation_effects (
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL, operation_id text NOT NULL, effect_sealed bytea, created_at timestamptz NOT NULL,
    PRIMARY KEY (organization_id, environment, operation_id))
--;
CREATE INDEX operation_effects_by_age ON operation_effects (created_at)
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0029-effects',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE webhook_deliveries ADD COLUMN not_before timestamptz
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0033-delivery-not-before',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE audit_reads (
      organization_id text NOT NULL REFERENCES organizations (id),
      environment text NOT NULL,
      actor_id text NOT NULL,
      action text NOT NULL,
      resource_id text NOT NULL,
      filters text NOT NULL,
      window_start timestamptz NOT NULL,
      reads integer NOT NULL,
      request_id text NOT NULL,
      client_address text,
      user_agent text,
      first_at timestamptz NOT NULL,
      last_at timestamptz NOT NULL,
      PRIMARY KEY (actor_id, action, resource_id, filters, window_start)
    )
--;
CREATE INDEX audit_reads_by_window ON audit_reads (window_start)
--;
CREATE INDEX audit_reads_by_resource ON audit_reads (resource_id)
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0034-audit-reads',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE list_items ADD COLUMN key_hashes bytea[]
--;
UPDATE list_items SET key_hashes = '{}' WHERE kind NOT IN ('name', 'name_dob')
--;
CREATE INDEX list_items_by_key ON list_items USING gin (key_hashes)
--;
CREATE INDEX list_items_without_keys ON list_items (id) WHERE key_hashes IS NULL
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0035-list-item-keys',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE liveness_challenges
      ADD COLUMN colours jsonb, ADD COLUMN colours_from_ms integer
--;
ALTER TABLE liveness_frames ADD COLUMN at_ms integer
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0036-liveness-draw',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0037-forensics-in-workflows',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE document_prints ADD COLUMN document_hash bytea
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0038-whose-picture',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE watchlists ADD COLUMN keys_version text NOT NULL DEFAULT ''
--;
ALTER TABLE watchlists ALTER COLUMN keys_version DROP DEFAULT
--;
ALTER TABLE watchlist_names ADD COLUMN is_shortened boolean NOT NULL DEFAULT false,
    ADD COLUMN keys tsvector NOT NULL DEFAULT ''
--;
ALTER TABLE watchlist_names ALTER COLUMN is_shortened DROP DEFAULT, ALTER COLUMN keys DROP DEFAULT
--;
DROP INDEX watchlist_names_by_trigram
--;
CREATE INDEX watchlist_names_by_key ON watchlist_names USING gin (keys) WHERE kind = 'person'
--;
CREATE TABLE watchlist_words (
    word text NOT NULL, source text NOT NULL REFERENCES watchlists ON DELETE CASCADE,
    names integer NOT NULL, PRIMARY KEY (word, source))
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0039-watchlist-keys',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE sessions ADD COLUMN language text,
      ADD COLUMN liveness_declined integer
--;
ALTER TABLE capture_tokens ADD COLUMN extensions integer NOT NULL DEFAULT 0,
      ADD COLUMN step_batches integer NOT NULL DEFAULT 0,
      ADD COLUMN last_steps bytea
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0040-capture-page',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE organization_logos (
      organization_id text NOT NULL REFERENCES organizations (id),
      environment text NOT NULL,
      sha256 text NOT NULL,
      png bytea NOT NULL,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (organization_id, environment)
    )
--;
CREATE INDEX organization_logos_by_hash ON organization_logos (sha256)
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0041-organization-logos',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0042-age-in-high-risk',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE INDEX idempotency_by_expiry ON idempotency (expires_at)
--;
CREATE INDEX capture_tokens_unwiped ON capture_tokens (session_id)
    WHERE status IN ('closed', 'handed_off') AND token_hash IS NOT NULL
--;
CREATE INDEX erasures_pending ON erasures (session_id)
    WHERE cardinality(pending_object_keys) > 0
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0043-clean-up-indexes',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('verifa_changes', to_jsonb(COALESCE(NEW, OLD)) ->> TG_ARGV[0]);
        RETURN NULL;
      END $$
--;
CREATE FUNCTION announce_any_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('verifa_changes', '');
        RETURN NULL;
      END $$
--;
CREATE TRIGGER changed_key_is_announced AFTER UPDATE ON api_keys FOR EACH ROW
      WHEN (to_jsonb(OLD) - 'last_used_at' IS DISTINCT FROM to_jsonb(NEW) - 'last_used_at')
      EXECUTE FUNCTION announce_change('organization_id')
--;
CREATE TRIGGER deleted_key_is_announced AFTER DELETE ON api_keys FOR EACH ROW
      EXECUTE FUNCTION announce_change('organization_id')
--;
CREATE TRIGGER change_is_announced AFTER INSERT OR UPDATE OR DELETE ON "organizations"
        FOR EACH ROW EXECUTE FUNCTION announce_change('id')
--;
CREATE TRIGGER change_is_announced AFTER INSERT OR UPDATE OR DELETE ON "environment_settings"
        FOR EACH ROW EXECUTE FUNCTION announce_change('organization_id')
--;
CREATE TRIGGER change_is_announced AFTER INSERT OR UPDATE OR DELETE ON "workflows"
        FOR EACH ROW EXECUTE FUNCTION announce_change('organization_id')
--;
CREATE TRIGGER change_is_announced AFTER UPDATE OR DELETE ON workflow_versions
      FOR EACH STATEMENT EXECUTE FUNCTION announce_any_change()
--;
CREATE TRIGGER emptying_is_announced AFTER TRUNCATE ON "api_keys"
        FOR EACH STATEMENT EXECUTE FUNCTION announce_any_change()
--;
CREATE TRIGGER emptying_is_announced AFTER TRUNCATE ON "organizations"
        FOR EACH STATEMENT EXECUTE FUNCTION announce_any_change()
--;
CREATE TRIGGER emptying_is_announced AFTER TRUNCATE ON "environment_settings"
        FOR EACH STATEMENT EXECUTE FUNCTION announce_any_change()
--;
CREATE TRIGGER emptying_is_announced AFTER TRUNCATE ON "workflows"
        FOR EACH STATEMENT EXECUTE FUNCTION announce_any_change()
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0044-announced-changes',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE outbox (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id text NOT NULL,
    organization_id text NOT NULL, environment text NOT NULL)
--;
ALTER TABLE outbox SET (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_cost_delay = 0)
--;
INSERT INTO outbox (event_id, organization_id, environment)
    SELECT id, organization_id, environment FROM events
    WHERE dispatched_at IS NULL ORDER BY position
--;
DROP INDEX events_outbox
--;
ALTER TABLE events DROP COLUMN dispatched_at
--;
ALTER TABLE webhook_deliveries ADD COLUMN leased_by text, ADD COLUMN leased_until timestamptz
--;
DROP INDEX webhook_deliveries_pending
--;
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (endpoint_id, round DESC, id)
    WHERE status = 'pending' AND started_round < round
--;
CREATE INDEX webhook_deliveries_begun ON webhook_deliveries (endpoint_id, id)
    WHERE status = 'pending' AND started_round >= round
--;
CREATE INDEX webhook_deliveries_leased ON webhook_deliveries (leased_until)
    WHERE leased_until IS NOT NULL
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0045-outbox',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE sessions ADD COLUMN result text
--;
UPDATE sessions SET result = newest.status FROM (
      SELECT DISTINCT ON (session_id) session_id, status FROM results
      WHERE withdrawn_at IS NULL ORDER BY session_id, attempt DESC) AS newest
    WHERE sessions.id = newest.session_id
--;
CREATE INDEX sessions_by_result ON sessions (organization_id, environment, result, created_at DESC, id DESC)
    WHERE result IS NOT NULL
--;
CREATE INDEX sessions_by_workflow ON sessions (organization_id, environment, workflow_id, created_at DESC, id DESC)
--;
CREATE INDEX sessions_by_country ON sessions (organization_id, environment, country, created_at DESC, id DESC)
    WHERE country IS NOT NULL
--;
CREATE INDEX sessions_by_tag ON sessions USING gin (tags) WHERE tags <> '{}'
--;
DROP INDEX results_newest
--;
CREATE INDEX results_newest ON results (organization_id, environment, created_at DESC, session_id DESC)
    WHERE withdrawn_at IS NULL
--;
CREATE INDEX results_by_status ON results (organization_id, environment, status, created_at DESC, session_id DESC)
    WHERE withdrawn_at IS NULL
--;
CREATE INDEX cases_oldest ON cases (organization_id, environment, created_at, id)
--;
DROP INDEX cases_queue
--;
CREATE INDEX cases_queue ON cases (organization_id, environment, status, created_at, id)
--;
CREATE INDEX cases_held ON cases (organization_id, environment, assignee) WHERE assignee IS NOT NULL
--;
CREATE STATISTICS cases_wait ON (closed_at - created_at) FROM cases
--;
CREATE INDEX cases_by_wait ON cases (organization_id, environment, (closed_at - created_at))
    WHERE closed_at IS NOT NULL
--;
CREATE INDEX identities_by_status ON identities (organization_id, environment, status, created_at DESC, id DESC)
    WHERE merged_into IS NULL
--;
CREATE INDEX identities_archived ON identities (organization_id, environment, created_at DESC, id DESC)
    WHERE archived_at IS NOT NULL AND merged_into IS NULL
--;
CREATE INDEX identities_by_ref ON identities (organization_id, environment, external_ref text_pattern_ops)
    WHERE external_ref IS NOT NULL
--;
CREATE INDEX identities_by_tag ON identities USING gin (tags) WHERE tags <> '{}'
--;
CREATE INDEX audit_by_action ON audit (organization_id, action text_pattern_ops, at DESC, id DESC)
--;
CREATE INDEX audit_by_actor ON audit (organization_id, actor_id, at DESC, id DESC)
    WHERE actor_id IS NOT NULL
--;
CREATE INDEX audit_by_kind ON audit (organization_id, actor_kind, at DESC, id DESC)
--;
CREATE INDEX audit_by_request ON audit (request_id) WHERE request_id IS NOT NULL
--;
DROP INDEX audit_of_resource
--;
CREATE INDEX audit_of_resource ON audit (resource_id text_pattern_ops)
    WHERE resource_id IS NOT NULL
--;
DROP INDEX webhook_deliveries_newest
--;
CREATE INDEX webhook_deliveries_newest ON webhook_deliveries (endpoint_id, created_at DESC, id DESC)
--;
CREATE INDEX webhook_deliveries_by_status ON webhook_deliveries (endpoint_id, status, created_at DESC, id DESC)
--;
CREATE INDEX webhook_deliveries_by_type ON webhook_deliveries (endpoint_id, event_type, created_at DESC, id DESC)
--;
CREATE INDEX list_items_pages ON list_items (list_id, id)
--;
CREATE INDEX lists_newest ON lists (organization_id, environment, id DESC)
--;
CREATE INDEX api_keys_newest ON api_keys (organization_id, environment, id DESC)
--;
CREATE INDEX workflows_newest ON workflows (organization_id, environment, is_default DESC, id DESC)
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0046-list-indexes',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE session_totals (organization_id text NOT NULL, environment text NOT NULL,
  status text NOT NULL, result text, workflow_id text NOT NULL, country text,
  sessions bigint NOT NULL, UNIQUE NULLS NOT DISTINCT (organization_id, environment, status, result, workflow_id, country))
--;
CREATE TABLE session_total_changes (organization_id text NOT NULL, environment text NOT NULL,
  status text NOT NULL, result text, workflow_id text NOT NULL, country text,
  sessions bigint NOT NULL)
--;
CREATE INDEX session_total_changes_owner
    ON session_total_changes (organization_id, environment)
--;
INSERT INTO session_totals (organization_id, environment, status, result, workflow_id, country, sessions)
    SELECT organization_id, environment, status, result, workflow_id, country, count(*) FROM sessions GROUP BY organization_id, environment, status, result, workflow_id, country
--;
CREATE FUNCTION change_session_totals() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP <> 'INSERT' THEN INSERT INTO session_total_changes (organization_id, environment, status, result, workflow_id, country, sessions) VALUES (OLD.organization_id, OLD.environment, OLD.status, OLD.result, OLD.workflow_id, OLD.country, -1); END IF;
      IF TG_OP <> 'DELETE' THEN INSERT INTO session_total_changes (organization_id, environment, status, result, workflow_id, country, sessions) VALUES (NEW.organization_id, NEW.environment, NEW.status, NEW.result, NEW.workflow_id, NEW.country, 1); END IF;
      RETURN NULL;
    END $$
--;
CREATE TRIGGER sessions_come_and_go AFTER INSERT OR DELETE ON sessions
    FOR EACH ROW EXECUTE FUNCTION change_session_totals()
--;
CREATE TRIGGER sessions_change_kind AFTER UPDATE ON sessions
    FOR EACH ROW WHEN ((OLD.organization_id, OLD.environment, OLD.status, OLD.result, OLD.workflow_id, OLD.country) IS DISTINCT FROM (NEW.organization_id, NEW.environment, NEW.status, NEW.result, NEW.workflow_id, NEW.country))
    EXECUTE FUNCTION change_session_totals()
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0047-session-totals',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE FUNCTION name_erased_face() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('verifa_erased_faces', OLD.session_id);
        RETURN NULL;
      END $$
--;
CREATE TRIGGER erased_face_is_named AFTER DELETE ON face_embeddings
      FOR EACH ROW EXECUTE FUNCTION name_erased_face()
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0048-erased-faces',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'verifa_application') THEN
            CREATE ROLE verifa_application NOLOGIN NOBYPASSRLS;
          END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$
--;
DO $$ BEGIN
          IF NOT pg_has_role(current_user, 'verifa_application', 'USAGE') THEN
            EXECUTE format('GRANT verifa_application TO %I', current_user);
          END IF;
        END $$
--;
DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'verifa_system') THEN
            CREATE ROLE verifa_system NOLOGIN NOBYPASSRLS;
          END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$
--;
DO $$ BEGIN
          IF NOT pg_has_role(current_user, 'verifa_system', 'USAGE') THEN
            EXECUTE format('GRANT verifa_system TO %I', current_user);
          END IF;
        END $$
--;
GRANT USAGE ON SCHEMA public TO verifa_application, verifa_system
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO verifa_application, verifa_system
--;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO verifa_application, verifa_system
--;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO verifa_application, verifa_system
--;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO verifa_application, verifa_system
--;
DO $$ BEGIN
    IF to_regclass('kysely_migration') IS NOT NULL THEN
      REVOKE ALL ON kysely_migration, kysely_migration_lock FROM verifa_application, verifa_system;
    END IF;
  END $$
--;
REVOKE INSERT, UPDATE, DELETE ON watchlists, watchlist_entries, watchlist_names, watchlist_words
    FROM verifa_application
--;
REVOKE ALL ON sweep_cursors FROM verifa_application
--;
CREATE FUNCTION verifa_api_key(sent_hash bytea) RETURNS TABLE (key api_keys, plan text) LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = public, pg_temp AS $$ SELECT k, o.plan FROM api_keys k JOIN organizations o ON o.id = k.organization_id
      WHERE k.key_hash = sent_hash $$
--;
REVOKE ALL ON FUNCTION verifa_api_key FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_api_key TO verifa_application, verifa_system
--;
CREATE FUNCTION verifa_capture_token(sent_hash bytea) RETURNS TABLE (token capture_tokens, organization_id text, environment text) LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = public, pg_temp AS $$ SELECT t, s.organization_id, s.environment
      FROM capture_tokens t JOIN sessions s ON s.id = t.session_id WHERE t.token_hash = sent_hash $$
--;
REVOKE ALL ON FUNCTION verifa_capture_token FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_capture_token TO verifa_application, verifa_system
--;
CREATE FUNCTION verifa_session_tenant(session text) RETURNS TABLE (organization_id text, environment text) LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = public, pg_temp AS $$ SELECT s.organization_id, s.environment FROM sessions s WHERE s.id = session $$
--;
REVOKE ALL ON FUNCTION verifa_session_tenant FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_session_tenant TO verifa_application, verifa_system
--;
CREATE FUNCTION verifa_logo(hash text) RETURNS TABLE (png bytea) LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = public, pg_temp AS $$ SELECT l.png FROM organization_logos l WHERE l.sha256 = hash LIMIT 1 $$
--;
REVOKE ALL ON FUNCTION verifa_logo FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_logo TO verifa_application, verifa_system
--;
CREATE FUNCTION verifa_has_row(parent text, row_id text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = public, pg_temp AS $$ SELECT CASE parent WHEN 'sessions' THEN EXISTS (SELECT FROM sessions p WHERE p.id = row_id) WHEN 'workflows' THEN EXISTS (SELECT FROM workflows p WHERE p.id = row_id) WHEN 'documents' THEN EXISTS (SELECT FROM documents p WHERE p.id = row_id) WHEN 'case_changes' THEN EXISTS (SELECT FROM case_changes p WHERE p.id = row_id) WHEN 'webhook_deliveries' THEN EXISTS (SELECT FROM webhook_deliveries p WHERE p.id = row_id) END $$
--;
REVOKE ALL ON FUNCTION verifa_has_row FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_has_row TO verifa_application, verifa_system
--;
CREATE FUNCTION verifa_list_items_keyed(own_organization text, own_environment text, hashes bytea[]) RETURNS TABLE (id text) LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = public, pg_temp AS $$ SELECT i.id FROM list_items i
      WHERE (i.value_hash = ANY (hashes) OR i.key_hashes && hashes) AND i.organization_id = own_organization AND i.environment = own_environment
    AND (current_setting('role') <> 'verifa_application'
      OR (own_organization = current_setting('verifa.organization', true)
        AND own_environment = current_setting('verifa.environment', true))) $$
--;
REVOKE ALL ON FUNCTION verifa_list_items_keyed FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_list_items_keyed TO verifa_application, verifa_system
--;
CREATE FUNCTION verifa_sessions_tagged(own_organization text, own_environment text, tag text) RETURNS TABLE (id text) LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = public, pg_temp AS $$ SELECT t.id FROM sessions t
    WHERE t.tags @> ARRAY[tag] AND t.tags <> '{}' AND t.organization_id = own_organization AND t.environment = own_environment
    AND (current_setting('role') <> 'verifa_application'
      OR (own_organization = current_setting('verifa.organization', true)
        AND own_environment = current_setting('verifa.environment', true))) $$
--;
REVOKE ALL ON FUNCTION verifa_sessions_tagged FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_sessions_tagged TO verifa_application, verifa_system
--;
CREATE FUNCTION verifa_identities_tagged(own_organization text, own_environment text, tag text) RETURNS TABLE (id text) LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = public, pg_temp AS $$ SELECT t.id FROM identities t
    WHERE t.tags @> ARRAY[tag] AND t.tags <> '{}' AND t.organization_id = own_organization AND t.environment = own_environment
    AND (current_setting('role') <> 'verifa_application'
      OR (own_organization = current_setting('verifa.organization', true)
        AND own_environment = current_setting('verifa.environment', true))) $$
--;
REVOKE ALL ON FUNCTION verifa_identities_tagged FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_identities_tagged TO verifa_application, verifa_system
--;
CREATE FUNCTION verifa_answers_about(own_organization text, own_environment text, subject text, assigned text) RETURNS TABLE (key_hash bytea) LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = public, pg_temp AS $$ SELECT a.key_hash FROM idempotency a
      WHERE (a.subject_ids @> ARRAY[subject] OR a.assigned_id = assigned) AND a.organization_id = own_organization AND a.environment = own_environment
    AND (current_setting('role') <> 'verifa_application'
      OR (own_organization = current_setting('verifa.organization', true)
        AND own_environment = current_setting('verifa.environment', true))) $$
--;
REVOKE ALL ON FUNCTION verifa_answers_about FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_answers_about TO verifa_application, verifa_system
--;
ALTER TABLE organizations ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE organizations FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON organizations TO verifa_application
      USING (id = current_setting('verifa.organization', true)) WITH CHECK (id = current_setting('verifa.organization', true))
--;
CREATE POLICY every_tenant ON organizations TO verifa_system USING (true)
--;
ALTER TABLE users ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE users FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON users TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true))
--;
CREATE POLICY every_tenant ON users TO verifa_system USING (true)
--;
ALTER TABLE audit_tips ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE audit_tips FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON audit_tips TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true))
--;
CREATE POLICY every_tenant ON audit_tips TO verifa_system USING (true)
--;
ALTER TABLE audit_heads ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE audit_heads FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON audit_heads TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true))
--;
CREATE POLICY every_tenant ON audit_heads TO verifa_system USING (true)
--;
ALTER TABLE audit ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE audit FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON audit TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true)
        AND (environment IS NULL OR current_setting('verifa.environment', true) IN (environment, 'both'))) WITH CHECK (organization_id = current_setting('verifa.organization', true)
        AND (environment IS NULL OR current_setting('verifa.environment', true) IN (environment, 'both')))
--;
CREATE POLICY every_tenant ON audit TO verifa_system USING (true)
--;
ALTER TABLE environment_settings ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE environment_settings FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON environment_settings TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON environment_settings TO verifa_system USING (true)
--;
ALTER TABLE organization_logos ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE organization_logos FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON organization_logos TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON organization_logos TO verifa_system USING (true)
--;
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON api_keys TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON api_keys TO verifa_system USING (true)
--;
ALTER TABLE workflows ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE workflows FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON workflows TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON workflows TO verifa_system USING (true)
--;
ALTER TABLE workflow_versions ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE workflow_versions FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON workflow_versions TO verifa_application
      USING (EXISTS (SELECT FROM workflows parent WHERE parent.id = workflow_versions.workflow_id)) WITH CHECK (EXISTS (SELECT FROM workflows parent WHERE parent.id = workflow_versions.workflow_id) OR NOT verifa_has_row('workflows', workflow_versions.workflow_id))
--;
CREATE POLICY every_tenant ON workflow_versions TO verifa_system USING (true)
--;
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE sessions FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON sessions TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON sessions TO verifa_system USING (true)
--;
ALTER TABLE capture_tokens ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE capture_tokens FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON capture_tokens TO verifa_application
      USING (EXISTS (SELECT FROM sessions parent WHERE parent.id = capture_tokens.session_id)) WITH CHECK (EXISTS (SELECT FROM sessions parent WHERE parent.id = capture_tokens.session_id) OR NOT verifa_has_row('sessions', capture_tokens.session_id))
--;
CREATE POLICY every_tenant ON capture_tokens TO verifa_system USING (true)
--;
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE invitations FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON invitations TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON invitations TO verifa_system USING (true)
--;
ALTER TABLE documents ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE documents FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON documents TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON documents TO verifa_system USING (true)
--;
ALTER TABLE liveness_challenges ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE liveness_challenges FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON liveness_challenges TO verifa_application
      USING (EXISTS (SELECT FROM sessions parent WHERE parent.id = liveness_challenges.session_id)) WITH CHECK (EXISTS (SELECT FROM sessions parent WHERE parent.id = liveness_challenges.session_id) OR NOT verifa_has_row('sessions', liveness_challenges.session_id))
--;
CREATE POLICY every_tenant ON liveness_challenges TO verifa_system USING (true)
--;
ALTER TABLE liveness_frames ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE liveness_frames FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON liveness_frames TO verifa_application
      USING (EXISTS (SELECT FROM documents parent WHERE parent.id = liveness_frames.document_id)) WITH CHECK (EXISTS (SELECT FROM documents parent WHERE parent.id = liveness_frames.document_id) OR NOT verifa_has_row('documents', liveness_frames.document_id))
--;
CREATE POLICY every_tenant ON liveness_frames TO verifa_system USING (true)
--;
ALTER TABLE attempts ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE attempts FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON attempts TO verifa_application
      USING (EXISTS (SELECT FROM sessions parent WHERE parent.id = attempts.session_id)) WITH CHECK (EXISTS (SELECT FROM sessions parent WHERE parent.id = attempts.session_id) OR NOT verifa_has_row('sessions', attempts.session_id))
--;
CREATE POLICY every_tenant ON attempts TO verifa_system USING (true)
--;
ALTER TABLE check_runs ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE check_runs FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON check_runs TO verifa_application
      USING (EXISTS (SELECT FROM sessions parent WHERE parent.id = check_runs.session_id)) WITH CHECK (EXISTS (SELECT FROM sessions parent WHERE parent.id = check_runs.session_id) OR NOT verifa_has_row('sessions', check_runs.session_id))
--;
CREATE POLICY every_tenant ON check_runs TO verifa_system USING (true)
--;
ALTER TABLE extractions ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE extractions FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON extractions TO verifa_application
      USING (EXISTS (SELECT FROM sessions parent WHERE parent.id = extractions.session_id)) WITH CHECK (EXISTS (SELECT FROM sessions parent WHERE parent.id = extractions.session_id) OR NOT verifa_has_row('sessions', extractions.session_id))
--;
CREATE POLICY every_tenant ON extractions TO verifa_system USING (true)
--;
ALTER TABLE readings ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE readings FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON readings TO verifa_application
      USING (EXISTS (SELECT FROM sessions parent WHERE parent.id = readings.session_id)) WITH CHECK (EXISTS (SELECT FROM sessions parent WHERE parent.id = readings.session_id) OR NOT verifa_has_row('sessions', readings.session_id))
--;
CREATE POLICY every_tenant ON readings TO verifa_system USING (true)
--;
ALTER TABLE results ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE results FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON results TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON results TO verifa_system USING (true)
--;
ALTER TABLE cases ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE cases FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON cases TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON cases TO verifa_system USING (true)
--;
ALTER TABLE case_notes ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE case_notes FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON case_notes TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON case_notes TO verifa_system USING (true)
--;
ALTER TABLE case_changes ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE case_changes FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON case_changes TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON case_changes TO verifa_system USING (true)
--;
ALTER TABLE outcome_layers ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE outcome_layers FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON outcome_layers TO verifa_application
      USING (EXISTS (SELECT FROM case_changes parent WHERE parent.id = outcome_layers.change_id)) WITH CHECK (EXISTS (SELECT FROM case_changes parent WHERE parent.id = outcome_layers.change_id) OR NOT verifa_has_row('case_changes', outcome_layers.change_id))
--;
CREATE POLICY every_tenant ON outcome_layers TO verifa_system USING (true)
--;
ALTER TABLE asked_again ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE asked_again FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON asked_again TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON asked_again TO verifa_system USING (true)
--;
ALTER TABLE consents ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE consents FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON consents TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON consents TO verifa_system USING (true)
--;
ALTER TABLE identities ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE identities FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON identities TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON identities TO verifa_system USING (true)
--;
ALTER TABLE page_signals ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE page_signals FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON page_signals TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON page_signals TO verifa_system USING (true)
--;
ALTER TABLE session_addresses ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE session_addresses FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON session_addresses TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON session_addresses TO verifa_system USING (true)
--;
ALTER TABLE risk_assessments ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE risk_assessments FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON risk_assessments TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON risk_assessments TO verifa_system USING (true)
--;
ALTER TABLE timeline ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE timeline FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON timeline TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON timeline TO verifa_system USING (true)
--;
ALTER TABLE events ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE events FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON events TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON events TO verifa_system USING (true)
--;
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON outbox TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON outbox TO verifa_system USING (true)
--;
ALTER TABLE session_totals ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE session_totals FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON session_totals TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON session_totals TO verifa_system USING (true)
--;
ALTER TABLE session_total_changes ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE session_total_changes FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON session_total_changes TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON session_total_changes TO verifa_system USING (true)
--;
ALTER TABLE webhook_endpoints ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE webhook_endpoints FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON webhook_endpoints TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON webhook_endpoints TO verifa_system USING (true)
--;
ALTER TABLE webhook_deliveries ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE webhook_deliveries FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON webhook_deliveries TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON webhook_deliveries TO verifa_system USING (true)
--;
ALTER TABLE webhook_tries ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE webhook_tries FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON webhook_tries TO verifa_application
      USING (EXISTS (SELECT FROM webhook_deliveries parent WHERE parent.id = webhook_tries.delivery_id)) WITH CHECK (EXISTS (SELECT FROM webhook_deliveries parent WHERE parent.id = webhook_tries.delivery_id) OR NOT verifa_has_row('webhook_deliveries', webhook_tries.delivery_id))
--;
CREATE POLICY every_tenant ON webhook_tries TO verifa_system USING (true)
--;
ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE idempotency FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON idempotency TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON idempotency TO verifa_system USING (true)
--;
ALTER TABLE operation_effects ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE operation_effects FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON operation_effects TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON operation_effects TO verifa_system USING (true)
--;
ALTER TABLE enclosures ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE enclosures FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON enclosures TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON enclosures TO verifa_system USING (true)
--;
ALTER TABLE audit_reads ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE audit_reads FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON audit_reads TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON audit_reads TO verifa_system USING (true)
--;
ALTER TABLE erasures ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE erasures FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON erasures TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON erasures TO verifa_system USING (true)
--;
ALTER TABLE session_attributes ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE session_attributes FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON session_attributes TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON session_attributes TO verifa_system USING (true)
--;
ALTER TABLE face_embeddings ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE face_embeddings FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON face_embeddings TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON face_embeddings TO verifa_system USING (true)
--;
ALTER TABLE document_prints ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE document_prints FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON document_prints TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON document_prints TO verifa_system USING (true)
--;
ALTER TABLE lists ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE lists FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON lists TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON lists TO verifa_system USING (true)
--;
ALTER TABLE list_items ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE list_items FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON list_items TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON list_items TO verifa_system USING (true)
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0049-tenants',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE users
    ADD COLUMN email text CHECK (email = lower(email)), ADD COLUMN password_hash text,
    ADD COLUMN totp_sealed bytea, ADD COLUMN totp_last_step bigint,
    ADD COLUMN oidc_issuer text, ADD COLUMN oidc_subject text,
    ADD COLUMN last_login_at timestamptz
--;
CREATE UNIQUE INDEX users_by_email ON users (email, organization_id) WHERE email IS NOT NULL
--;
CREATE UNIQUE INDEX users_by_subject ON users (oidc_subject, oidc_issuer, organization_id)
    WHERE oidc_subject IS NOT NULL
--;
CREATE TABLE console_sessions (
    id text PRIMARY KEY, token_hash bytea NOT NULL UNIQUE, organization_id text NOT NULL REFERENCES organizations, user_id text NOT NULL REFERENCES users,
    current_environment text NOT NULL, stage text NOT NULL, signed_in_by text NOT NULL,
    pending_totp_sealed bytea, created_at timestamptz NOT NULL, last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL, reauthenticated_at timestamptz, revoked_at timestamptz)
--;
CREATE INDEX console_sessions_by_user ON console_sessions (user_id, created_at)
--;
CREATE INDEX console_sessions_by_end ON console_sessions (expires_at)
--;
CREATE TABLE user_setup_links (
    token_hash bytea PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, user_id text NOT NULL REFERENCES users, created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL)
--;
CREATE INDEX user_setup_links_by_user ON user_setup_links (user_id)
--;
CREATE TABLE user_recovery_codes (
    organization_id text NOT NULL REFERENCES organizations, user_id text NOT NULL REFERENCES users, code_hash bytea NOT NULL, created_at timestamptz NOT NULL,
    used_at timestamptz, PRIMARY KEY (user_id, code_hash))
--;
CREATE TABLE sign_in_attempts (
    subject text PRIMARY KEY, since timestamptz NOT NULL, attempts integer NOT NULL)
--;
CREATE INDEX sign_in_attempts_by_age ON sign_in_attempts (since)
--;
ALTER TABLE audit_reads ADD COLUMN actor_kind text NOT NULL DEFAULT 'api_key'
--;
ALTER TABLE console_sessions ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE console_sessions FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON console_sessions TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true))
--;
CREATE POLICY every_tenant ON console_sessions TO verifa_system USING (true)
--;
ALTER TABLE user_setup_links ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE user_setup_links FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON user_setup_links TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true))
--;
CREATE POLICY every_tenant ON user_setup_links TO verifa_system USING (true)
--;
ALTER TABLE user_recovery_codes ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE user_recovery_codes FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON user_recovery_codes TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true))
--;
CREATE POLICY every_tenant ON user_recovery_codes TO verifa_system USING (true)
--;
CREATE FUNCTION verifa_console_session(sent_hash bytea) RETURNS TABLE (id text, organization_id text, user_id text, role text, plan text,
      current_environment text, stage text, signed_in_by text, last_seen_at timestamptz,
      expires_at timestamptz, reauthenticated_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = public, pg_temp AS $$ SELECT s.id, s.organization_id, s.user_id, u.role, o.plan, s.current_environment, s.stage,
        s.signed_in_by, s.last_seen_at, s.expires_at, s.reauthenticated_at
      FROM console_sessions s JOIN users u ON u.id = s.user_id
        JOIN organizations o ON o.id = s.organization_id
      WHERE s.token_hash = sent_hash AND s.revoked_at IS NULL AND u.deactivated_at IS NULL $$
--;
REVOKE ALL ON FUNCTION verifa_console_session FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_console_session TO verifa_application, verifa_system
--;
CREATE FUNCTION verifa_setup_link(sent_hash bytea) RETURNS TABLE (organization_id text, user_id text, expires_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = public, pg_temp AS $$ SELECT l.organization_id, l.user_id, l.expires_at
      FROM user_setup_links l JOIN users u ON u.id = l.user_id
      WHERE l.token_hash = sent_hash AND u.deactivated_at IS NULL $$
--;
REVOKE ALL ON FUNCTION verifa_setup_link FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_setup_link TO verifa_application, verifa_system
--;
CREATE FUNCTION verifa_users_by_email(address text) RETURNS TABLE (organization_id text, user_id text) LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = public, pg_temp AS $$ SELECT u.organization_id, u.id FROM users u
      WHERE u.email = address AND u.deactivated_at IS NULL ORDER BY u.id LIMIT 5 $$
--;
REVOKE ALL ON FUNCTION verifa_users_by_email FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_users_by_email TO verifa_application, verifa_system
--;
CREATE FUNCTION verifa_users_by_subject(issuer text, subject text) RETURNS TABLE (organization_id text, user_id text) LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = public, pg_temp AS $$ SELECT u.organization_id, u.id FROM users u
      WHERE u.oidc_subject = subject AND u.oidc_issuer = issuer AND u.deactivated_at IS NULL
      ORDER BY u.id LIMIT 5 $$
--;
REVOKE ALL ON FUNCTION verifa_users_by_subject FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_users_by_subject TO verifa_application, verifa_system
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0051-console',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE audit_checkpoints (
    organization_id text PRIMARY KEY REFERENCES organizations, position bigint NOT NULL,
    hash bytea NOT NULL, signature text NOT NULL, at timestamptz NOT NULL)
--;
CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        IF OLD.seal_position <= (SELECT c.position FROM audit_checkpoints c
          WHERE c.organization_id = OLD.organization_id)
        THEN RETURN OLD; END IF;
      ELSIF to_jsonb(NEW) - ARRAY['seal_position', 'seal_hash', 'client_address', 'user_agent', 'personal_salt'] = to_jsonb(OLD) - ARRAY['seal_position', 'seal_hash', 'client_address', 'user_agent', 'personal_salt']
        AND (OLD.seal_position IS NULL
          OR (NEW.seal_position = OLD.seal_position AND NEW.seal_hash = OLD.seal_hash))
        AND (NEW.client_address IS NULL OR NEW.client_address = OLD.client_address)
        AND (NEW.user_agent IS NULL OR NEW.user_agent = OLD.user_agent)
        AND (NEW.personal_salt IS NULL OR NEW.personal_salt = OLD.personal_salt)
      THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'audit rows are append-only';
    END $$
--;
CREATE FUNCTION audit_checkpoint_is_the_owners() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
        RETURN coalesce(NEW, OLD);
      END IF;
      RAISE EXCEPTION 'only the owner of the tables moves a checkpoint';
    END $$
--;
CREATE TRIGGER audit_checkpoint_moves BEFORE INSERT OR UPDATE OR DELETE ON audit_checkpoints
    FOR EACH ROW EXECUTE FUNCTION audit_checkpoint_is_the_owners()
--;
ALTER TABLE audit_checkpoints ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE audit_checkpoints FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON audit_checkpoints TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true))
--;
CREATE POLICY every_tenant ON audit_checkpoints TO verifa_system USING (true)
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0052-audit-checkpoints',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
DROP INDEX cases_by_wait
--;
DROP STATISTICS cases_wait
--;
ALTER TABLE cases ADD COLUMN waited interval GENERATED ALWAYS AS (closed_at - created_at) STORED
--;
CREATE INDEX cases_by_wait ON cases (organization_id, environment, waited) WHERE waited IS NOT NULL
--;
CREATE INDEX cases_counted ON cases (organization_id, environment, status)
--;
CREATE INDEX identities_counted ON identities (organization_id, environment, status)
    WHERE merged_into IS NULL AND archived_at IS NULL
--;
CREATE INDEX webhook_deliveries_counted
    ON webhook_deliveries (endpoint_id, organization_id, environment, status, event_type)
--;
CREATE INDEX audit_counted ON audit (organization_id, environment)
--;
CREATE INDEX list_items_counted ON list_items (list_id, organization_id, environment)
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0053-counted-by-index',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE cases
    ADD COLUMN workflow_id text, ADD COLUMN country text, ADD COLUMN document_type text,
    ADD COLUMN external_ref text, ADD COLUMN risk_score integer,
    ADD COLUMN signals text[] NOT NULL DEFAULT '{}', ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
    ADD COLUMN priority smallint NOT NULL DEFAULT 0,
    ADD COLUMN risk_rank integer GENERATED ALWAYS AS (-coalesce(risk_score, -1)) STORED
--;
CREATE TABLE case_marks (
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
    case_id text NOT NULL REFERENCES cases ON DELETE CASCADE,
    kind text NOT NULL, value text NOT NULL, PRIMARY KEY (case_id, kind, value))
--;
CREATE FUNCTION names_of_signals(assessed jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(array_agg(one->>'signal' ORDER BY (one->>'weight')::numeric DESC, one->>'signal'), '{}')
    FROM jsonb_array_elements(CASE jsonb_typeof(assessed) WHEN 'array' THEN assessed ELSE '[]' END)
      AS one WHERE one->>'action' <> 'ignore' $$
--;
ALTER TABLE case_marks ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE case_marks FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON case_marks TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON case_marks TO verifa_system USING (true)
--;
ALTER TABLE cases NO FORCE ROW LEVEL SECURITY
--;
ALTER TABLE case_marks NO FORCE ROW LEVEL SECURITY
--;
ALTER TABLE sessions NO FORCE ROW LEVEL SECURITY
--;
ALTER TABLE risk_assessments NO FORCE ROW LEVEL SECURITY
--;
UPDATE cases SET workflow_id = s.workflow_id, country = s.country,
      document_type = s.document_type, external_ref = s.external_ref
    FROM sessions s WHERE s.id = cases.session_id
--;
UPDATE cases SET risk_score = r.score, signals = names_of_signals(r.signals)
    FROM risk_assessments r WHERE r.session_id = cases.session_id AND r.attempt = cases.attempt
--;
INSERT INTO case_marks (organization_id, environment, case_id, kind, value)
    SELECT organization_id, environment, id, 'signal', unnest(signals) FROM cases ON CONFLICT DO NOTHING
--;
ALTER TABLE cases FORCE ROW LEVEL SECURITY
--;
ALTER TABLE case_marks FORCE ROW LEVEL SECURITY
--;
ALTER TABLE sessions FORCE ROW LEVEL SECURITY
--;
ALTER TABLE risk_assessments FORCE ROW LEVEL SECURITY
--;
CREATE INDEX case_marks_by_value ON case_marks (organization_id, environment, kind, value, case_id)
--;
CREATE INDEX cases_by_workflow ON cases (organization_id, environment, workflow_id, created_at, id)
--;
CREATE INDEX cases_by_country ON cases (organization_id, environment, country, created_at, id)
    WHERE country IS NOT NULL
--;
CREATE INDEX cases_by_ref ON cases (organization_id, environment, external_ref text_pattern_ops)
    WHERE external_ref IS NOT NULL
--;
CREATE INDEX cases_riskiest ON cases (organization_id, environment, risk_rank, created_at, id)
--;
CREATE INDEX cases_riskiest_of_status ON cases (organization_id, environment, status, risk_rank, created_at, id)
--;
CREATE INDEX cases_next ON cases (organization_id, environment, priority DESC, created_at, id)
    WHERE closed_at IS NULL
--;
CREATE INDEX cases_by_end ON cases (organization_id, environment, closed_at DESC, id DESC) WHERE closed_at IS NOT NULL
--;
CREATE FUNCTION fill_case() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      SELECT s.workflow_id, s.country, s.document_type, s.external_ref
        INTO NEW.workflow_id, NEW.country, NEW.document_type, NEW.external_ref
        FROM sessions s WHERE s.id = NEW.session_id;
      SELECT r.score, names_of_signals(r.signals) INTO NEW.risk_score, NEW.signals
        FROM risk_assessments r
        WHERE r.session_id = NEW.session_id AND r.attempt = NEW.attempt;
      NEW.signals := coalesce(NEW.signals, '{}');
      RETURN NEW;
    END $$
--;
CREATE TRIGGER case_is_filled BEFORE INSERT ON cases
    FOR EACH ROW EXECUTE FUNCTION fill_case()
--;
CREATE FUNCTION assess_cases() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE cases SET risk_score = NEW.score, signals = names_of_signals(NEW.signals)
        WHERE session_id = NEW.session_id AND attempt = NEW.attempt;
      RETURN NULL;
    END $$
--;
CREATE TRIGGER cases_are_assessed AFTER INSERT OR UPDATE OF score, signals ON risk_assessments
    FOR EACH ROW EXECUTE FUNCTION assess_cases()
--;
CREATE FUNCTION follow_session() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE cases SET country = NEW.country, document_type = NEW.document_type,
          external_ref = NEW.external_ref
        WHERE session_id = NEW.id;
      RETURN NULL;
    END $$
--;
CREATE TRIGGER cases_follow_session AFTER UPDATE ON sessions FOR EACH ROW
    WHEN ((OLD.country, OLD.document_type, OLD.external_ref)
      IS DISTINCT FROM (NEW.country, NEW.document_type, NEW.external_ref))
    EXECUTE FUNCTION follow_session()
--;
CREATE FUNCTION mark_case() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM case_marks WHERE case_id = NEW.id
        AND NOT (kind = 'signal' AND value = ANY(NEW.signals) OR kind = 'tag' AND value = ANY(NEW.tags));
      INSERT INTO case_marks (organization_id, environment, case_id, kind, value)
        SELECT NEW.organization_id, NEW.environment, NEW.id, 'signal', unnest(NEW.signals)
        UNION SELECT NEW.organization_id, NEW.environment, NEW.id, 'tag', unnest(NEW.tags)
        ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $$
--;
CREATE TRIGGER new_case_is_marked AFTER INSERT ON cases FOR EACH ROW
    WHEN (NEW.signals <> '{}' OR NEW.tags <> '{}') EXECUTE FUNCTION mark_case()
--;
CREATE TRIGGER changed_case_is_marked AFTER UPDATE ON cases FOR EACH ROW
    WHEN ((OLD.signals, OLD.tags) IS DISTINCT FROM (NEW.signals, NEW.tags))
    EXECUTE FUNCTION mark_case()
--;
CREATE FUNCTION announce_case() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_notify('verifa_cases', concat_ws(' ', NEW.organization_id, NEW.environment,
        CASE WHEN TG_OP = 'INSERT' THEN 'opened'
          WHEN NEW.closed_at IS NOT NULL AND OLD.closed_at IS NULL THEN 'closed'
          WHEN NEW.assignee IS DISTINCT FROM OLD.assignee
            OR NEW.claimed_until IS DISTINCT FROM OLD.claimed_until THEN 'held'
          ELSE 'changed' END,
        NEW.id));
      RETURN NULL;
    END $$
--;
CREATE TRIGGER new_case_is_announced AFTER INSERT ON cases
    FOR EACH ROW EXECUTE FUNCTION announce_case()
--;
CREATE TRIGGER changed_case_is_announced AFTER UPDATE ON cases FOR EACH ROW
    WHEN ((OLD.status, OLD.assignee, OLD.claimed_until, OLD.closed_at, OLD.priority, OLD.tags,
        OLD.risk_score, OLD.first_decision)
      IS DISTINCT FROM (NEW.status, NEW.assignee, NEW.claimed_until, NEW.closed_at, NEW.priority,
        NEW.tags, NEW.risk_score, NEW.first_decision))
    EXECUTE FUNCTION announce_case()
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0054-case-queue',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE audit_reads DROP CONSTRAINT audit_reads_pkey, ADD PRIMARY KEY
      (organization_id, environment, actor_id, action, resource_id, filters, window_start)
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0055-reads-of-an-environment',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE cases ADD COLUMN second_decision text
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0056-disagreement',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE webhook_tries ADD COLUMN answer_head text
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0057-answer-heads',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE FUNCTION verifa_migrations() RETURNS SETOF text LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp
        AS $$ BEGIN RETURN QUERY SELECT m.name::text FROM kysely_migration m; END $$
--;
REVOKE ALL ON FUNCTION verifa_migrations() FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_migrations() TO verifa_application, verifa_system
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0058-schema-version',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
ALTER TABLE watchlists ADD COLUMN checked_at timestamptz
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0059-checked-lists',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
CREATE INDEX CONCURRENTLY sessions_by_deadline ON sessions (deadline_at) WHERE deadline_at IS NOT NULL
--;
CREATE INDEX CONCURRENTLY sessions_to_hide ON sessions (organization_id, environment, ended_at)
      WHERE ended_at IS NOT NULL AND retention_status = 'active' AND NOT legal_hold
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0060-monitored-sessions',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
begin
--;
ALTER TABLE events ADD COLUMN request_id text, ADD COLUMN traceparent text
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0061-traced-events',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
begin
--;
CREATE TABLE erasure_journal (
    id text PRIMARY KEY, organization_id text NOT NULL, environment text NOT NULL,
    kind text NOT NULL, subject_id text NOT NULL, erased_at timestamptz NOT NULL,
    written_at timestamptz, repeating boolean NOT NULL DEFAULT false)
--;
CREATE INDEX erasure_journal_by_subject ON erasure_journal (subject_id)
--;
CREATE INDEX erasure_journal_unwritten ON erasure_journal (id) WHERE written_at IS NULL
--;
CREATE FUNCTION verifa_journal_id() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
    DECLARE
      letters constant text := '0123456789abcdefghjkmnpqrstvwxyz';
      ms constant bigint := floor(extract(epoch FROM clock_timestamp()) * 1000);
      drawn constant bytea := decode(replace(gen_random_uuid()::text, '-', ''), 'hex');
      id text := 'ers_';
    BEGIN
      FOR place IN REVERSE 9..0 LOOP
        id := id || substr(letters, ((ms >> (5 * place)) & 31)::integer + 1, 1);
      END LOOP;
      FOR place IN 0..15 LOOP
        id := id || substr(letters, (get_byte(drawn, place) & 31) + 1, 1);
      END LOOP;
      RETURN id;
    END $$
--;
CREATE FUNCTION note_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      gone constant jsonb := to_jsonb(COALESCE(NEW, OLD));
      subject constant text := gone ->> TG_ARGV[1];
    BEGIN
      INSERT INTO erasure_journal (id, organization_id, environment, kind, subject_id, erased_at)
      SELECT verifa_journal_id(), gone ->> 'organization_id', gone ->> 'environment',
        TG_ARGV[0], subject, now()
      WHERE NOT EXISTS (
        SELECT FROM erasure_journal WHERE subject_id = subject AND kind = TG_ARGV[0]);
      RETURN NULL;
    END $$
--;
CREATE FUNCTION note_erased_item() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM lists WHERE id = OLD.list_id) THEN
        INSERT INTO erasure_journal (id, organization_id, environment, kind, subject_id, erased_at)
        SELECT verifa_journal_id(), OLD.organization_id, OLD.environment,
          'list_item_deleted', OLD.id, now()
        WHERE NOT EXISTS (
          SELECT FROM erasure_journal WHERE subject_id = OLD.id AND kind = 'list_item_deleted');
      END IF;
      RETURN NULL;
    END $$
--;
CREATE TRIGGER erasure_is_noted AFTER INSERT ON erasures FOR EACH ROW
    EXECUTE FUNCTION note_erasure('session_erased', 'session_id')
--;
CREATE TRIGGER hiding_is_noted AFTER UPDATE OF retention_status ON sessions FOR EACH ROW
    WHEN (NEW.retention_status = 'sensitive_redacted' AND OLD.retention_status = 'active')
    EXECUTE FUNCTION note_erasure('session_hidden', 'id')
--;
CREATE TRIGGER erasure_is_noted AFTER UPDATE OF redacted_at ON identities FOR EACH ROW
    WHEN (NEW.redacted_at IS NOT NULL AND OLD.redacted_at IS NULL)
    EXECUTE FUNCTION note_erasure('identity_erased', 'id')
--;
CREATE TRIGGER deletion_is_noted AFTER DELETE ON lists FOR EACH ROW
    EXECUTE FUNCTION note_erasure('list_deleted', 'id')
--;
CREATE TRIGGER deletion_is_noted AFTER DELETE ON list_items FOR EACH ROW
    EXECUTE FUNCTION note_erased_item()
--;
ALTER TABLE erasure_journal ENABLE ROW LEVEL SECURITY
--;
ALTER TABLE erasure_journal FORCE ROW LEVEL SECURITY
--;
CREATE POLICY tenant ON erasure_journal TO verifa_application
      USING (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true)) WITH CHECK (organization_id = current_setting('verifa.organization', true) AND environment = current_setting('verifa.environment', true))
--;
CREATE POLICY every_tenant ON erasure_journal TO verifa_system USING (true)
--;
CREATE FUNCTION verifa_unknown_erasures(named text[]) RETURNS TABLE (id text) LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = public, pg_temp AS $$ SELECT n.id FROM unnest(named) WITH ORDINALITY AS n (id, place)
      WHERE NOT EXISTS (SELECT FROM erasure_journal j WHERE j.id = n.id AND NOT j.repeating)
      ORDER BY n.place $$
--;
REVOKE ALL ON FUNCTION verifa_unknown_erasures FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_unknown_erasures TO verifa_application, verifa_system
--;
CREATE FUNCTION verifa_erasures_compared_to() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
          SET search_path = public, pg_temp AS $$ SELECT c.after FROM sweep_cursors c WHERE c.name = 'erasure_journal' $$
--;
REVOKE ALL ON FUNCTION verifa_erasures_compared_to FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION verifa_erasures_compared_to TO verifa_application, verifa_system
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0062-erasure-journal',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
commit
--;
INSERT INTO erasure_journal
            (id, organization_id, environment, kind, subject_id, erased_at)
          SELECT 'ers_' || substr(erasures.session_id, 5), organization_id, environment, 'session_erased',
            erasures.session_id, created_at FROM erasures WHERE true AND NOT EXISTS (
              SELECT FROM erasure_journal WHERE subject_id = erasures.session_id AND kind = 'session_erased')
          ON CONFLICT DO NOTHING
--;
INSERT INTO erasure_journal
            (id, organization_id, environment, kind, subject_id, erased_at)
          SELECT 'ers_' || substr(sessions.id, 5), organization_id, environment, 'session_hidden',
            sessions.id, updated_at FROM sessions WHERE retention_status = 'sensitive_redacted' AND NOT EXISTS (
              SELECT FROM erasure_journal WHERE subject_id = sessions.id AND kind = 'session_hidden')
          ON CONFLICT DO NOTHING
--;
INSERT INTO erasure_journal
            (id, organization_id, environment, kind, subject_id, erased_at)
          SELECT 'ers_' || substr(identities.id, 5), organization_id, environment, 'identity_erased',
            identities.id, redacted_at FROM identities WHERE redacted_at IS NOT NULL AND NOT EXISTS (
              SELECT FROM erasure_journal WHERE subject_id = identities.id AND kind = 'identity_erased')
          ON CONFLICT DO NOTHING
--;
INSERT INTO kysely_migration (name, timestamp) VALUES ('0063-journal-of-before',
    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
--;
