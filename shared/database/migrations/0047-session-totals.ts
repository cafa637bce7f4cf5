import { sql, type Kysely, type Migration } from 'kysely';

/**
 * How many sessions there are of each kind that lists filter by, so that a list's exact total is read from a
 * few rows. A change is a row of its own, which waits for nobody; the sweep adds them up
 * (`activities/session/add-up-totals.ts`). By a trigger: no way to write a session's row is forgotten.
 */
export const sessionTotalsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const kind = 'organization_id, environment, status, result, workflow_id, country';
const columns = `organization_id text NOT NULL, environment text NOT NULL,
  status text NOT NULL, result text, workflow_id text NOT NULL, country text,
  sessions bigint NOT NULL`;

const of = (row: string) =>
  kind
    .split(', ')
    .map((column) => `${row}.${column}`)
    .join(', ');
const change = (row: string, sessions: number) =>
  `INSERT INTO session_total_changes (${kind}, sessions) VALUES (${of(row)}, ${String(sessions)});`;

const statements = [
  `CREATE TABLE session_totals (${columns}, UNIQUE NULLS NOT DISTINCT (${kind}))`,
  `CREATE TABLE session_total_changes (${columns})`,
  `CREATE INDEX session_total_changes_owner
    ON session_total_changes (organization_id, environment)`,
  `INSERT INTO session_totals (${kind}, sessions)
    SELECT ${kind}, count(*) FROM sessions GROUP BY ${kind}`,
  `CREATE FUNCTION change_session_totals() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP <> 'INSERT' THEN ${change('OLD', -1)} END IF;
      IF TG_OP <> 'DELETE' THEN ${change('NEW', 1)} END IF;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER sessions_come_and_go AFTER INSERT OR DELETE ON sessions
    FOR EACH ROW EXECUTE FUNCTION change_session_totals()`,
  `CREATE TRIGGER sessions_change_kind AFTER UPDATE ON sessions
    FOR EACH ROW WHEN ((${of('OLD')}) IS DISTINCT FROM (${of('NEW')}))
    EXECUTE FUNCTION change_session_totals()`,
];
