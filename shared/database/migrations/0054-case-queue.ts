import { sql, type Kysely, type Migration } from 'kysely';
import { ownRow, protectTable } from '../row-security';

/**
 * A case has what its queue is filtered and sorted by: facts of its session, what the risk of its attempt came
 * to, and the reviewers' own priority and tags. By triggers: no way to write a case, a session or an assessment
 * is forgotten, and no filter has to join a million sessions.
 */
export const caseQueueMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of columns) await sql.raw(statement).execute(db);
    await protectTable(db, 'case_marks', ownRow);
    // A login that owns the tables and is nobody's superuser is held to their policies.
    for (const table of read)
      await sql.raw(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`).execute(db);
    for (const statement of backfill) await sql.raw(statement).execute(db);
    for (const table of read)
      await sql.raw(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`).execute(db);
    for (const statement of [...indexes, ...triggers]) await sql.raw(statement).execute(db);
  },
};

const read = ['cases', 'case_marks', 'sessions', 'risk_assessments'];
const owner = 'organization_id, environment';

const columns = [
  `ALTER TABLE cases
    ADD COLUMN workflow_id text, ADD COLUMN country text, ADD COLUMN document_type text,
    ADD COLUMN external_ref text, ADD COLUMN risk_score integer,
    ADD COLUMN signals text[] NOT NULL DEFAULT '{}', ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
    ADD COLUMN priority smallint NOT NULL DEFAULT 0,
    ADD COLUMN risk_rank integer GENERATED ALWAYS AS (-coalesce(risk_score, -1)) STORED`,
  // One row a signal and tag: an array's operators are not known to be leakproof, and no index is asked by them.
  `CREATE TABLE case_marks (
    organization_id text NOT NULL REFERENCES organizations, environment text NOT NULL,
    case_id text NOT NULL REFERENCES cases ON DELETE CASCADE,
    kind text NOT NULL, value text NOT NULL, PRIMARY KEY (case_id, kind, value))`,
  // The heaviest first, as a queue tells why.
  `CREATE FUNCTION names_of_signals(assessed jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(array_agg(one->>'signal' ORDER BY (one->>'weight')::numeric DESC, one->>'signal'), '{}')
    FROM jsonb_array_elements(CASE jsonb_typeof(assessed) WHEN 'array' THEN assessed ELSE '[]' END)
      AS one WHERE one->>'action' <> 'ignore' $$`,
];

const backfill = [
  `UPDATE cases SET workflow_id = s.workflow_id, country = s.country,
      document_type = s.document_type, external_ref = s.external_ref
    FROM sessions s WHERE s.id = cases.session_id`,
  `UPDATE cases SET risk_score = r.score, signals = names_of_signals(r.signals)
    FROM risk_assessments r WHERE r.session_id = cases.session_id AND r.attempt = cases.attempt`,
  `INSERT INTO case_marks (${owner}, case_id, kind, value)
    SELECT ${owner}, id, 'signal', unnest(signals) FROM cases ON CONFLICT DO NOTHING`,
];

const indexes = [
  `CREATE INDEX case_marks_by_value ON case_marks (${owner}, kind, value, case_id)`,
  `CREATE INDEX cases_by_workflow ON cases (${owner}, workflow_id, created_at, id)`,
  `CREATE INDEX cases_by_country ON cases (${owner}, country, created_at, id)
    WHERE country IS NOT NULL`,
  `CREATE INDEX cases_by_ref ON cases (${owner}, external_ref text_pattern_ops)
    WHERE external_ref IS NOT NULL`,
  `CREATE INDEX cases_riskiest ON cases (${owner}, risk_rank, created_at, id)`,
  `CREATE INDEX cases_riskiest_of_status ON cases (${owner}, status, risk_rank, created_at, id)`,
  `CREATE INDEX cases_next ON cases (${owner}, priority DESC, created_at, id)
    WHERE closed_at IS NULL`,
  // What reviewers decided in a time.
  `CREATE INDEX cases_by_end ON cases (${owner}, closed_at DESC, id DESC) WHERE closed_at IS NOT NULL`,
];

const triggers = [
  `CREATE FUNCTION fill_case() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      SELECT s.workflow_id, s.country, s.document_type, s.external_ref
        INTO NEW.workflow_id, NEW.country, NEW.document_type, NEW.external_ref
        FROM sessions s WHERE s.id = NEW.session_id;
      SELECT r.score, names_of_signals(r.signals) INTO NEW.risk_score, NEW.signals
        FROM risk_assessments r
        WHERE r.session_id = NEW.session_id AND r.attempt = NEW.attempt;
      NEW.signals := coalesce(NEW.signals, '{}');
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER case_is_filled BEFORE INSERT ON cases
    FOR EACH ROW EXECUTE FUNCTION fill_case()`,
  // Where the assessment comes behind its case, in the same statement or later.
  `CREATE FUNCTION assess_cases() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE cases SET risk_score = NEW.score, signals = names_of_signals(NEW.signals)
        WHERE session_id = NEW.session_id AND attempt = NEW.attempt;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER cases_are_assessed AFTER INSERT OR UPDATE OF score, signals ON risk_assessments
    FOR EACH ROW EXECUTE FUNCTION assess_cases()`,
  // A redacted session has no reference any more, nor have its cases. The workflow is the one that opened it.
  `CREATE FUNCTION follow_session() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE cases SET country = NEW.country, document_type = NEW.document_type,
          external_ref = NEW.external_ref
        WHERE session_id = NEW.id;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER cases_follow_session AFTER UPDATE ON sessions FOR EACH ROW
    WHEN ((OLD.country, OLD.document_type, OLD.external_ref)
      IS DISTINCT FROM (NEW.country, NEW.document_type, NEW.external_ref))
    EXECUTE FUNCTION follow_session()`,
  `CREATE FUNCTION mark_case() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM case_marks WHERE case_id = NEW.id
        AND NOT (kind = 'signal' AND value = ANY(NEW.signals) OR kind = 'tag' AND value = ANY(NEW.tags));
      INSERT INTO case_marks (${owner}, case_id, kind, value)
        SELECT NEW.organization_id, NEW.environment, NEW.id, 'signal', unnest(NEW.signals)
        UNION SELECT NEW.organization_id, NEW.environment, NEW.id, 'tag', unnest(NEW.tags)
        ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER new_case_is_marked AFTER INSERT ON cases FOR EACH ROW
    WHEN (NEW.signals <> '{}' OR NEW.tags <> '{}') EXECUTE FUNCTION mark_case()`,
  `CREATE TRIGGER changed_case_is_marked AFTER UPDATE ON cases FOR EACH ROW
    WHEN ((OLD.signals, OLD.tags) IS DISTINCT FROM (NEW.signals, NEW.tags))
    EXECUTE FUNCTION mark_case()`,
  // Ids and kinds only: whoever follows the queue reads the case by its own rights.
  `CREATE FUNCTION announce_case() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_notify('verifa_cases', concat_ws(' ', NEW.organization_id, NEW.environment,
        CASE WHEN TG_OP = 'INSERT' THEN 'opened'
          WHEN NEW.closed_at IS NOT NULL AND OLD.closed_at IS NULL THEN 'closed'
          WHEN NEW.assignee IS DISTINCT FROM OLD.assignee
            OR NEW.claimed_until IS DISTINCT FROM OLD.claimed_until THEN 'held'
          ELSE 'changed' END,
        NEW.id));
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER new_case_is_announced AFTER INSERT ON cases
    FOR EACH ROW EXECUTE FUNCTION announce_case()`,
  `CREATE TRIGGER changed_case_is_announced AFTER UPDATE ON cases FOR EACH ROW
    WHEN ((OLD.status, OLD.assignee, OLD.claimed_until, OLD.closed_at, OLD.priority, OLD.tags,
        OLD.risk_score, OLD.first_decision)
      IS DISTINCT FROM (NEW.status, NEW.assignee, NEW.claimed_until, NEW.closed_at, NEW.priority,
        NEW.tags, NEW.risk_score, NEW.first_decision))
    EXECUTE FUNCTION announce_case()`,
];
