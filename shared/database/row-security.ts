import { sql, type Kysely } from 'kysely';

const organization = `current_setting('verifa.organization', true)`;
const environment = `current_setting('verifa.environment', true)`;

const parents = [
  'sessions',
  'workflows',
  'documents',
  'case_changes',
  'webhook_deliveries',
] as const;
type Parent = (typeof parents)[number];

/** Whose a row is, as the condition of its table's policy. */
export type Ownership =
  /** Columns `organization_id` and `environment` of its own. */
  | { readonly by: 'columns' }
  /** Whose another row is, which one of its columns names. */
  | { readonly by: 'parent'; readonly table: Parent; readonly column: string }
  /** An organisation's, in both of its environments; a null environment is both. */
  | { readonly by: 'organization'; readonly column: 'id' | 'organization_id' }
  | { readonly by: 'organization_or_environment' };

export const ownRow: Ownership = { by: 'columns' };
export const ofSession: Ownership = { by: 'parent', table: 'sessions', column: 'session_id' };

/**
 * Puts a table behind the second wall: the application's role reaches the rows of the tenant that its
 * transaction has set, and none when it has set none; also the owner is held to its policies.
 */
export async function protectTable(
  db: Kysely<unknown>,
  table: string,
  ownership: Ownership,
): Promise<void> {
  for (const statement of [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY tenant ON ${table} TO verifa_application
      USING (${conditionOf(table, ownership)}) WITH CHECK (${checkOf(table, ownership)})`,
    `CREATE POLICY every_tenant ON ${table} TO verifa_system USING (true)`,
  ]) {
    await sql.raw(statement).execute(db);
  }
}

function conditionOf(table: string, ownership: Ownership): string {
  switch (ownership.by) {
    case 'columns':
      return `organization_id = ${organization} AND environment = ${environment}`;
    case 'parent':
      // The parent's own policy holds inside.
      return `EXISTS (SELECT FROM ${ownership.table} parent WHERE parent.id = ${table}.${ownership.column})`;
    case 'organization':
      return `${ownership.column} = ${organization}`;
    case 'organization_or_environment':
      return `organization_id = ${organization}
        AND (environment IS NULL OR ${environment} IN (environment, 'both'))`;
  }
}

/**
 * A row may come in one statement with its parent, which is not to be seen before the statement's end: where
 * nobody has such a parent yet, the foreign key will ask for one, and the parent's own policy has judged it.
 */
function checkOf(table: string, ownership: Ownership): string {
  const condition = conditionOf(table, ownership);
  return ownership.by === 'parent'
    ? `${condition} OR NOT verifa_has_row('${ownership.table}', ${table}.${ownership.column})`
    : condition;
}

/** Whether anybody has such a row, with the owner's rights. */
export const hasRowBody = `SELECT CASE parent ${parents
  .map((name) => `WHEN '${name}' THEN EXISTS (SELECT FROM ${name} p WHERE p.id = row_id)`)
  .join(' ')} END`;
