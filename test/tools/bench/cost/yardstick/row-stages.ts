import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A table as the stages need it. */
export const tableSchema = z.object({
  name: z.string(),
  /** Those that are written: no identity and no generated ones. */
  columns: z.array(z.string()),
  key: z.array(z.string()),
  /** Byte columns that no two rows may share, e.g. the hash of a token. */
  uniqueBytes: z.array(z.string()),
});
export type Table = z.infer<typeof tableSchema>;

export const rowSchema = z.record(z.string(), z.unknown());
export type Row = z.infer<typeof rowSchema>;

/** All rows, by table and key. */
export type Snapshot = ReadonlyMap<string, ReadonlyMap<string, Row>>;

export const stageNames = [
  'create',
  'document',
  'selfie',
  'submit',
  'checks 1',
  'checks 2',
  'end',
] as const;
export type StageName = (typeof stageNames)[number];

/** One statement, and the rows of the recorded session that it is given. */
export const stageSchema = z.object({ text: z.string(), rows: z.string() });
export type Stage = z.infer<typeof stageSchema>;

export interface Written {
  readonly table: string;
  readonly row: Row;
}

/** Rows that are new, in the order of the tables, in their last form. */
export function insertedBetween(
  tables: readonly Table[],
  before: Snapshot,
  after: Snapshot,
  last: Snapshot,
): readonly Written[] {
  return tables.flatMap(({ name }) =>
    [...(after.get(name) ?? [])]
      .filter(([key]) => before.get(name)?.has(key) !== true)
      // One that is gone by the end, e.g. of an outbox, need not have been.
      .flatMap(([key]) => {
        const row = last.get(name)?.get(key);
        return row === undefined ? [] : [{ table: name, row }];
      }),
  );
}

/** As even as they go, in order: rows come behind those that they refer to. */
export function chunks<T>(items: readonly T[], count: number): readonly (readonly T[])[] {
  return Array.from({ length: count }, (_, index) =>
    items.slice(
      Math.round((index * items.length) / count),
      Math.round(((index + 1) * items.length) / count),
    ),
  );
}

/** One statement, so one commit and one way to the server, for all rows of a stage. */
export function stageOf(
  tables: readonly Table[],
  inserted: readonly Written[],
  updated: readonly Written[],
): Stage {
  const rows: Record<string, Row[]> = {};
  const parts: string[] = [];
  for (const [verb, written] of [['insert', inserted] as const, ['update', updated] as const]) {
    for (const table of tables) {
      const own = written.filter((one) => one.table === table.name).map(({ row }) => row);
      if (own.length === 0) continue;
      const part = `${verb}_${table.name}`;
      rows[part] = own;
      parts.push(
        `${part} AS (${verb === 'insert' ? insertOf(table, part) : updateOf(table, part)})`,
      );
    }
  }
  return { text: `WITH ${parts.join(', ')} SELECT 1`, rows: JSON.stringify(rows) };
}

function insertOf(table: Table, part: string): string {
  const columns = table.columns.map(quoted).join(', ');
  return `INSERT INTO ${quoted(table.name)} (${columns}) SELECT ${columns} FROM ${recordset(table, part)} ON CONFLICT DO NOTHING`;
}

function updateOf(table: Table, part: string): string {
  const set = table.columns
    .filter((column) => !table.key.includes(column))
    .map((column) => `${quoted(column)} = given.${quoted(column)}`);
  const same = table.key.map((column) => `old.${quoted(column)} = given.${quoted(column)}`);
  return `UPDATE ${quoted(table.name)} AS old SET ${set.join(', ')} FROM ${recordset(table, part)} AS given WHERE ${same.join(' AND ')}`;
}

function recordset({ name }: Table, part: string): string {
  return `jsonb_populate_recordset(NULL::${quoted(name)}, $1::jsonb -> '${part}')`;
}

function quoted(name: string): string {
  return `"${name}"`;
}

const ownForm = /^([a-z]+_[0-9a-z]{26}|[0-9a-f]{8}-[0-9a-f-]{27}|\\x[0-9a-f]+)$/;

/** Values that a second session may not have again: its ids, and bytes that are unique; none that was there before. */
export function ownValues(
  tables: readonly Table[],
  before: Snapshot,
  written: readonly Written[],
): readonly string[] {
  const valuesOf = ({ table: name, row }: Written): readonly string[] => {
    const table = tables.find((one) => one.name === name);
    return [...(table?.key ?? []), ...(table?.uniqueBytes ?? [])].flatMap((column) => {
      const value = row[column];
      return typeof value === 'string' && ownForm.test(value) ? [value] : [];
    });
  };
  const known = new Set(
    [...before].flatMap(([table, rows]) =>
      [...rows.values()].flatMap((row) => valuesOf({ table, row })),
    ),
  );
  return [...new Set(written.flatMap(valuesOf))].filter((value) => !known.has(value));
}

const ulidAlphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** The value in the same form for another session; the same in every process. */
export function valueFor(session: string, value: string): string {
  const digest = createHash('sha512').update(session).update('\0').update(value).digest();
  const hex = digest.toString('hex');
  if (value.startsWith('\\x')) return `\\x${hex.repeat(4).slice(0, value.length - 2)}`;
  if (/^[0-9a-f-]{36}$/.test(value)) {
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-');
  }
  const from = value.lastIndexOf('_') + 1;
  const letters = [...digest.subarray(0, value.length - from)].map(
    (byte) => ulidAlphabet[byte % ulidAlphabet.length] ?? '0',
  );
  // The first digit of a ULID goes to 7.
  return `${value.slice(0, from)}0${letters.slice(1).join('')}`;
}
