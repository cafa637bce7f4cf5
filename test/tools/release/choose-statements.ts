import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import {
  objection,
  statementRoles,
  type SentStatement,
  type StatementRole,
} from '../../releases/release-fixture';

export interface ChosenStatements {
  readonly statements: readonly SentStatement[];
  /** Collected, but not to be planned in this schema: what was made up for a test. */
  readonly refused: readonly string[];
}

const line = z.string();
const asked = /^\s*(WITH|SELECT|INSERT|UPDATE|DELETE|MERGE)\b/i;

/** Of what was collected, each text once, with the roles that this schema lets send it. */
export async function chooseStatements<DB>(
  folder: string,
  db: Kysely<DB>,
): Promise<ChosenStatements> {
  const statements: SentStatement[] = [];
  const refused: string[] = [];
  for (const sql of await collected(folder)) {
    const as: StatementRole[] = [];
    for (const role of statementRoles) {
      if ((await objection(db, sql, role)) === null) as.push(role);
    }
    if (as.length > 0) statements.push({ sql, as });
    else refused.push(sql);
  }
  return { statements, refused };
}

async function collected(folder: string): Promise<readonly string[]> {
  const byForm = new Map<string, string>();
  for (const file of await readdir(folder)) {
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
    for (const text of lines.filter((one) => one !== '')) {
      const sql = line.parse(JSON.parse(text));
      const form = formOf(sql);
      const known = byForm.get(form);
      if (asked.test(sql) && (known === undefined || sql.length < known.length)) {
        byForm.set(form, sql);
      }
    }
  }
  return [...byForm.values()].sort();
}

/** Rows of one statement are as many as there are: the same statement. */
function formOf(sql: string): string {
  return sql.replaceAll(/\$\d+/g, '$').replaceAll(/(\([^()]*\$[^()]*\))(, \1)+/g, '$1');
}
