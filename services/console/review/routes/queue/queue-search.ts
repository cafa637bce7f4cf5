import * as z from 'zod/mini';
import type { BodyOf, QueryOf } from '../../../../client/src/route-types';
import { signalNames } from '../../terms/signals';

/** The queue's tabs, as the address names them. */
export const tabs = ['open', 'mine', 'second_review', 'escalated', 'closed'] as const;
export type Tab = (typeof tabs)[number];
export const ageBands = ['green', 'yellow', 'red'] as const;
export const orders = ['oldest', 'riskiest', 'newest'] as const;

/** What an address says wrongly counts as not said. */
const optionally = <S extends z.ZodMiniType>(schema: S) => z.catch(z.optional(schema), undefined);
const code = z.string().check(z.regex(/^[a-z0-9][a-z0-9_-]{0,63}$/));

/** Of which cases the queue is, in the address: a link to it shows the same ones, and so does a case's way back. */
export const queueSearch = z.object({
  status: optionally(z.enum(tabs)),
  assignee: optionally(code),
  age: optionally(z.enum(ageBands)),
  workflow: optionally(code),
  country: optionally(z.string().check(z.regex(/^[A-Z]{2}$/))),
  signal: optionally(z.enum(signalNames)),
  tag: optionally(code),
  q: optionally(z.string()),
  sort: optionally(z.enum(orders)),
  after: optionally(z.string()),
});
export type QueueSearch = z.output<typeof queueSearch>;

type ListQuery = QueryOf<'GET /api/v1/cases'>;
type NextWish = BodyOf<'POST /api/v1/cases/next'>;
type NextStatus = 'open' | 'pending_second_review' | 'escalated';

const listed: Readonly<Record<Tab, string | undefined>> = {
  open: 'open,in_review',
  mine: undefined,
  second_review: 'pending_second_review',
  escalated: 'escalated',
  closed: 'approved,rejected,closed',
};

/** What a tab with its filters asks of `GET /cases`. */
export function listQueryOf(search: QueueSearch, me: string): ListQuery {
  const { status: tab = 'open', assignee, workflow, sort, age, country, signal, tag, q } = search;
  return {
    status: listed[tab],
    assignee: tab === 'mine' ? me : assignee,
    workflow_id: workflow,
    ...{ age, country, signal, tag, q },
    sort: sort ?? (tab === 'closed' ? 'newest' : 'oldest'),
  };
}

const nextOf: Readonly<Record<Tab, NextStatus | undefined>> = {
  open: 'open',
  second_review: 'pending_second_review',
  escalated: 'escalated',
  // No tab of cases to take from: whatever is free.
  mine: undefined,
  closed: undefined,
};

/** Which case is to be taken next, for `POST /cases/next`: whose it is is not asked, since it is nobody's. */
export function nextWishOf({
  status: tab = 'open',
  workflow,
  age,
  country,
  signal,
  tag,
  sort,
}: QueueSearch): NextWish {
  const status = nextOf[tab];
  return {
    ...(status === undefined ? {} : { status }),
    ...(workflow === undefined ? {} : { workflow_id: workflow }),
    ...(age === undefined ? {} : { age }),
    ...(country === undefined ? {} : { country }),
    ...(signal === undefined ? {} : { signal }),
    ...(tag === undefined ? {} : { tag }),
    sort: sort === 'riskiest' ? 'riskiest' : 'oldest',
  };
}

/** The filters beside the tab: how many narrow the list. */
export function filterCount(search: QueueSearch): number {
  const { status: _tab, sort: _sort, after: _after, ...filters } = search;
  return Object.values(filters).filter((value) => value !== undefined).length;
}
