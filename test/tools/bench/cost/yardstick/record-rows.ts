import { writeFile } from 'node:fs/promises';
import { Client as Postgres } from 'pg';
import { z } from 'zod';
import { environments } from '../../../../../shared/domain/environment';
import { isId, type OrganizationId } from '../../../../../shared/domain/ids';
import {
  chunks,
  insertedBetween,
  ownValues,
  rowSchema,
  stageNames,
  stageOf,
  stageSchema,
  tableSchema,
  type Row,
  type Snapshot,
  type StageName,
  type Table,
  type Written,
} from './row-stages';

/** What the yardstick's processes write for a session by hand. */
export const recordedSchema = z.object({
  session: z.string(),
  tenant: z.object({
    organizationId: z.custom<OrganizationId>(
      (value) => typeof value === 'string' && isId('organization', value),
    ),
    environment: z.enum(environments),
  }),
  own: z.array(z.string()),
  stages: z.record(z.enum(stageNames), stageSchema),
});
export type Recorded = z.infer<typeof recordedSchema>;

export type Moment = 'before' | 'create' | 'document' | 'selfie' | 'end';

/**
 * Looks at all rows at each moment of one live session, and writes down what it wrote, by stage. They are to
 * be written in another database with the same schema: what is sealed in them opens for nobody else, and
 * later sessions of the product read it. That database gets the rows that were there before.
 *
 * @returns the session's id
 */
export async function recordRows(
  databaseUrl: string,
  copyUrl: string,
  file: string,
  session: (at: (moment: Moment) => Promise<void>) => Promise<string>,
): Promise<string> {
  const client = new Postgres({ connectionString: databaseUrl });
  await client.connect();
  try {
    const tables = await readTables(client);
    const seen = new Map<Moment, Snapshot>();
    const id = await session(async (moment) => {
      // What follows an answer, e.g. marks of the outbox, belongs to it.
      await new Promise((resolve) => setTimeout(resolve, 500));
      seen.set(moment, await snapshot(client, tables));
    });
    await writeFile(file, JSON.stringify(recorded(tables, seen, id)));
    await copyRows(copyUrl, tables, seen.get('before') ?? new Map<string, never>());
    return id;
  } finally {
    await client.end();
  }
}

async function copyRows(url: string, tables: readonly Table[], before: Snapshot): Promise<void> {
  const copy = new Postgres({ connectionString: url });
  await copy.connect();
  const all = insertedBetween(tables, new Map<string, never>(), before, before);
  const { text, rows } = stageOf(tables, all, []);
  await copy.query(text, [rows]);
  await copy.end();
}

function recorded(
  tables: readonly Table[],
  seen: ReadonlyMap<Moment, Snapshot>,
  session: string,
): Recorded {
  const at = (moment: Moment): Snapshot => seen.get(moment) ?? new Map<string, never>();
  const last = at('end');
  const inserted = (from: Moment, to: Moment): readonly Written[] =>
    insertedBetween(tables, at(from), at(to), last);
  const row = (moment: Moment): Written[] => {
    const found = [...(at(moment).get('sessions')?.values() ?? [])].find(
      ({ id }) => id === session,
    );
    return found === undefined ? [] : [{ table: 'sessions', row: found }];
  };
  const created = inserted('before', 'create').filter(({ table }) => table !== 'sessions');
  // From submit to the end: a part with the submit, with each of two activities, and with the last.
  const [submit = [], first = [], second = [], end = []] = chunks(inserted('selfie', 'end'), 4);
  const byStage: Readonly<Record<StageName, readonly [readonly Written[], readonly Written[]]>> = {
    create: [[...row('create'), ...created], []],
    document: [inserted('create', 'document'), row('document')],
    selfie: [inserted('document', 'selfie'), row('selfie')],
    submit: [submit, row('selfie')],
    'checks 1': [first, []],
    'checks 2': [second, []],
    end: [end, row('end')],
  };
  const stages = Object.entries(byStage).map(
    ([name, [added, changed]]) => [name, stageOf(tables, added, changed)] as const,
  );
  const all = Object.values(byStage).flatMap(([added]) => added);
  const own = row('end')[0]?.row ?? {};
  return recordedSchema.parse({
    session,
    tenant: { organizationId: own['organization_id'], environment: own['environment'] },
    own: [...new Set([session, ...ownValues(tables, at('before'), all)])],
    stages: Object.fromEntries(stages),
  });
}

const tableRows = z.array(tableSchema);

/** Those that a session's own writes reach, in the order in which their foreign keys need each other. */
async function readTables(client: Postgres): Promise<readonly Table[]> {
  const { rows } = await client.query(
    `SELECT c.relname AS name,
      array(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
        AND NOT a.attisdropped AND a.attidentity = '' AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
      array(SELECT a.attname::text FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid
        AND a.attnum = ANY(i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
      array(SELECT DISTINCT a.attname::text FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid
        AND a.attnum = ANY(i.indkey) WHERE i.indrelid = c.oid AND i.indisunique
        AND a.atttypid = 'bytea'::regtype) AS "uniqueBytes"
    FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND c.relname NOT LIKE 'kysely%' AND c.relname NOT LIKE 'watchlist%'
      AND has_table_privilege('verifa_application', c.oid, 'INSERT') ORDER BY c.relname`,
  );
  const references = z.array(z.object({ child: z.string(), parent: z.string() })).parse(
    (
      await client.query(
        `SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent
            FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid`,
      )
    ).rows,
  );
  const left = new Map(tableRows.parse(rows).map((table) => [table.name, table]));
  const ordered: Table[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter(
      ({ name }) => !references.some(({ child, parent }) => child === name && left.has(parent)),
    );
    // A circle of references: any order is as good as another.
    const next = free.length === 0 ? [...left.values()] : free;
    ordered.push(...next);
    for (const { name } of next) left.delete(name);
  }
  return ordered;
}

async function snapshot(client: Postgres, tables: readonly Table[]): Promise<Snapshot> {
  const all = new Map<string, ReadonlyMap<string, Row>>();
  for (const { name, key } of tables) {
    const { rows } = await client.query(`SELECT to_jsonb(t) AS row FROM "${name}" AS t`);
    const parsed = z.array(z.object({ row: rowSchema })).parse(rows);
    all.set(
      name,
      new Map(parsed.map(({ row }) => [JSON.stringify(key.map((column) => row[column])), row])),
    );
  }
  return all;
}
