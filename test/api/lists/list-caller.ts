import { insertApiKey } from '../../../shared/auth/insert-api-key';
import type { Scope } from '../../../shared/domain/auth/scopes';
import { isId, type ListId } from '../../../shared/domain/ids';
import { text, type Answer } from '../../processes/api-caller';
import type { RunningApi } from '../running-api';

export const listPath = (path = ''): string => `/api/v1/lists${path === '' ? '' : `/${path}`}`;

export async function makeList(api: RunningApi, name: string, action = 'block'): Promise<ListId> {
  const made = await api.ask('POST', listPath(), { json: { name, action } });
  const id = text(made.body, 'id');
  if (!isId('list', id)) throw new Error('no list');
  return id;
}

export function addItems(api: RunningApi, list: string, items: unknown): Promise<Answer> {
  return api.ask('POST', listPath(`${list}/items`), { json: { items } });
}

/** The items of a file, as CSV. */
export async function addFile(
  api: RunningApi,
  list: string,
  body: string,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${api.url}${listPath(`${list}/items`)}`, {
    method: 'POST',
    headers: { 'X-API-Key': api.liveKey, 'Content-Type': 'text/csv' },
    body,
  });
  return { status: response.status, body: await response.json() };
}

export function countItems(api: RunningApi, list: string): Promise<unknown> {
  return api.ask('GET', listPath(list)).then(({ body }) => body['item_count']);
}

/** A live key of the owner of `api.liveKey` with these scopes only. */
export async function keyOf(api: RunningApi, granted: readonly Scope[]): Promise<string> {
  const { organization_id: organizationId } = await api.db
    .selectFrom('api_keys')
    .select('organization_id')
    .limit(1)
    .executeTakeFirstOrThrow();
  const key = { organizationId, environment: 'live' as const, label: 'lists', scopes: granted };
  return insertApiKey(api.db, key, new Date());
}
