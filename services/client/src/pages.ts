import { isObject } from './read-answer';

type Query = Readonly<Record<string, unknown>>;

/**
 * Every item of a list, page by page, asked for when the reader gets there. Lists with cursors are followed
 * by `next`, the others by `offset`; an empty page is the end, also of the event feed, whose `next` never
 * is null.
 */
export async function* readPages(
  ask: (query: Query) => Promise<unknown>,
  query: Query,
): AsyncGenerator<unknown, void, undefined> {
  let following: Query | null = query;
  while (following !== null) {
    const page = await ask(following);
    const data: readonly unknown[] =
      isObject(page) && Array.isArray(page['data']) ? page['data'] : [];
    yield* data;
    following = data.length === 0 ? null : nextQuery(page, following, data.length);
  }
}

function nextQuery(page: unknown, query: Query, count: number): Query | null {
  const pagination = isObject(page) && isObject(page['pagination']) ? page['pagination'] : {};
  const { next, total, offset } = pagination;
  if (typeof next === 'string') return { ...query, after: next };
  if (typeof total !== 'number' || typeof offset !== 'number') return null;
  return offset + count < total ? { ...query, offset: offset + count } : null;
}
