import { readFile } from 'node:fs/promises';
import { CompiledQuery, type Kysely } from 'kysely';
import { Pool } from 'pg';
import { connectScoped } from '../../../../../shared/database/connect';
import type { Database } from '../../../../../shared/database/schema';
import { createTenancy } from '../../../../../shared/database/tenancy';
import { isId } from '../../../../../shared/domain/ids';
import type { Layer } from './layers';
import { recordedSchema } from './record-rows';
import { valueFor, type StageName } from './row-stages';

/** With the seven writes as many as a live session commits, reads of its row among them. */
const readsOfEachStage = 5;

export interface RowWriter {
  /** Writes the rows that the recorded session wrote at this stage, as those of `session`: one commit. */
  write(stage: StageName, session: string, layers: readonly Layer[]): Promise<void>;
  /** Reads a session's row, as its tenant. */
  read(session: string): Promise<void>;
  close(): Promise<void>;
}

export async function openRowWriter(databaseUrl: string, rowsFile: string): Promise<RowWriter> {
  const recorded = recordedSchema.parse(JSON.parse(await readFile(rowsFile, 'utf8')));
  const pool = new Pool({ connectionString: databaseUrl, max: 20 });
  const tenancy = createTenancy();
  const scoped = connectScoped({ url: databaseUrl, maxConnections: 20 }, tenancy);
  const { db } = scoped;
  const asTenant = <T>(work: () => Promise<T>): Promise<T> =>
    tenancy.within({ kind: 'tenant', ...recorded.tenant }, work);
  return {
    async write(stage, session, layers) {
      const { text, rows } = recorded.stages[stage];
      let own = rows;
      for (const value of recorded.own) {
        const other = value === recorded.session ? session : valueFor(session, value);
        own = own.replaceAll(
          JSON.stringify(value).slice(1, -1),
          JSON.stringify(other).slice(1, -1),
        );
      }
      if (!layers.includes('row security')) {
        await pool.query({ name: `by hand ${stage}`, text, values: [own] });
        return;
      }
      const reads = layers.includes('its commits') ? readsOfEachStage : 0;
      await asTenant(async () => {
        await db.executeQuery(CompiledQuery.raw(text, [own]));
        for (let count = 0; count < reads; count += 1) await readSession(db, session);
      });
    },
    read: (session) => asTenant(() => readSession(db, session)),
    async close() {
      await Promise.all([pool.end(), scoped.close()]);
    },
  };
}

async function readSession(db: Kysely<Database>, session: string): Promise<void> {
  if (!isId('session', session)) throw new Error(`not a session: ${session}`);
  await db.selectFrom('sessions').selectAll().where('id', '=', session).executeTakeFirstOrThrow();
}
