import { sql, type RawBuilder } from 'kysely';
import { countOf, idBefore, inBatches, isOver, type Purge, type PurgePart } from './purge-part';

/** A session has some twenty. */
const rowsOfSession = 20;

/** Timelines of sessions that are over, each whole or not at all. */
export const purgeTimeline: PurgePart = {
  leastDays: 30,
  count: (purge) =>
    countOf(
      purge,
      sql`SELECT FROM timeline t JOIN sessions s ON s.id = t.session_id
      WHERE ${due(purge)}`,
    ),
  purge: (purge) =>
    inBatches(purge, 'ses_', (after) =>
      purge.db.transaction().execute(async (trx) => {
        const most = Math.ceil(purge.batchRows / rowsOfSession);
        const { rows } = await sql<{ id: string }>`
          SELECT s.id FROM sessions s WHERE ${due(purge)} AND s.id > ${after}
            AND EXISTS (SELECT FROM timeline t WHERE t.session_id = s.id)
          ORDER BY s.id LIMIT ${most} FOR NO KEY UPDATE OF s SKIP LOCKED`.execute(trx);
        const ids = rows.map(({ id }) => id);
        const { numAffectedRows: gone = 0n } = await sql`
          DELETE FROM timeline WHERE session_id = ANY (${ids}::text[])`.execute(trx);
        return { last: ids.at(-1), gone: Number(gone) };
      }),
    ),
};

function due({ organizationId, before }: Purge): RawBuilder<unknown> {
  return sql`s.organization_id = ${organizationId} AND s.id < ${idBefore('ses_', before)}
    AND ${isOver('s', before)}`;
}
