import { readFile } from 'node:fs/promises';
import { Pool } from 'pg';
import { recordedSchema } from './record-rows';
import { valueFor, type StageName } from './row-stages';

export interface RowWriter {
  /** Writes the rows that the recorded session wrote at this stage, as those of `session`: one commit. */
  write(stage: StageName, session: string): Promise<void>;
  close(): Promise<void>;
}

export async function openRowWriter(databaseUrl: string, rowsFile: string): Promise<RowWriter> {
  const recorded = recordedSchema.parse(JSON.parse(await readFile(rowsFile, 'utf8')));
  const pool = new Pool({ connectionString: databaseUrl, max: 20 });
  return {
    async write(stage, session) {
      const { text, rows } = recorded.stages[stage];
      let own = rows;
      for (const value of recorded.own) {
        const other = value === recorded.session ? session : valueFor(session, value);
        own = own.replaceAll(
          JSON.stringify(value).slice(1, -1),
          JSON.stringify(other).slice(1, -1),
        );
      }
      await pool.query({ name: `by hand ${stage}`, text, values: [own] });
    },
    close: () => pool.end(),
  };
}
