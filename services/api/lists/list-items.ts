import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { ListItemsTable } from '../../../shared/database/recognition-tables';
import { isId, type ListItemId } from '../../../shared/domain/ids';
import { listItemKinds } from '../../../shared/domain/lists/list-item-kind';
import { openItem } from '../../../shared/lists/open-item';
import type { ApiDeps } from '../deps';
import { alreadySent, answer } from '../http/answer';
import { idOf, instant } from '../http/answer-values';
import type { ApiResponse } from '../http/call';
import { jsonOr } from '../http/declared-answer';
import { cursorPageOf } from '../http/pagination';
import { route, type Route } from '../http/route';
import { auditList } from './audit-list';
import { findList, listParams } from './find-list';
import { csvCell } from './read-csv';

const listItemObject = z
  .strictObject({
    id: idOf('listItem'),
    kind: z.enum(listItemKinds),
    value: z.string().nullable(),
    /** The session that it was taken from, if any. */
    session_id: idOf('session').nullable(),
    created_at: instant,
  })
  .meta({ id: 'ListItem' });

/** Where a page ended: the id of its last item. */
const cursor = z
  .custom<ListItemId>((given) => typeof given === 'string' && isId('listItem', given), {
    message: 'is not a cursor of this list',
    params: { code: 'invalid_cursor' },
  })
  .meta({ type: 'string', pattern: '^lit_[0-9a-hjkmnp-tv-z]{26}$' });

const itemsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  /** Empty: the first page, as of every list. */
  after: z.union([cursor, z.literal('').transform(() => undefined)]).optional(),
});

type ItemView = ReturnType<typeof itemView>;

/**
 * In the order of their ids; JSON, or CSV by `Accept: text/csv`. Values are for keys with `pii:export`,
 * and leave only with an audit row; of a face nobody reads more than that it is there.
 */
export function listListItems(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/lists/:id/items',
    scope: 'identities:read',
    params: listParams,
    query: itemsQuery,
    summary: 'List items; values for keys with `pii:export`',
    answers: { 200: jsonOr(cursorPageOf(listItemObject), 'text/csv') },
    handler: async (call) => {
      const { caller, query, request, response } = call;
      const list = await findList(deps.db, caller, call.params.id);
      const rows = await deps.db
        .selectFrom('list_items')
        .selectAll()
        .where('list_id', '=', list.id)
        .$if(query.after !== undefined, (e) => e.where('id', '>', query.after ?? 'lit_'))
        .orderBy('id')
        .limit(query.limit + 1)
        .execute();
      const page = rows.slice(0, query.limit);
      const mayRead = caller.scopes.includes('pii:export');
      if (mayRead && page.length > 0) {
        const count = page.length;
        await auditList(deps.db, call, list, 'items_exported', deps.clock(), { count });
      }
      const data = page.map((row) => itemView(row, mayRead ? openItem(deps.keyring, row) : null));
      const next = rows.length > page.length ? (page.at(-1)?.id ?? null) : null;
      if (request.accepts('json', 'text/csv') === 'text/csv') {
        sendCsv(response, data, next);
        return alreadySent;
      }
      return answer(200, { data, pagination: { limit: query.limit, next } });
    },
  });
}

function itemView(row: Selectable<ListItemsTable>, value: string | null) {
  return {
    id: row.id,
    kind: row.kind,
    value,
    /** The session that it was taken from, if any. */
    session_id: row.session_id,
    created_at: row.created_at,
  };
}

/** CSV has no place beside its lines: where the next page begins is in a header. */
function sendCsv(response: ApiResponse, data: readonly ItemView[], next: string | null): void {
  const lines = data.map(({ id, kind, value, session_id: session, created_at: at }) =>
    [id, kind, value ?? '', session ?? '', at.toISOString()].map(csvCell).join(','),
  );
  response.status(200).type('text/csv');
  if (next !== null) response.set('X-Next-Cursor', next);
  response.send(['id,kind,value,session_id,created_at', ...lines, ''].join('\r\n'));
}
