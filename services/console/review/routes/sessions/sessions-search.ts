import * as z from 'zod/mini';
import { pageSearch, searchText } from '../../address/page-search';
import { sessionStatuses } from './session-status';

export const results = ['approved', 'rejected', 'needs_review'] as const;

const day = z.catch(z.optional(z.iso.date()), undefined);
const known = <const Value extends string>(values: readonly Value[]) =>
  z.catch(z.optional(z.enum(values)), undefined);

/** The list's filters, as its address has them. */
export const sessionsSearch = z.extend(pageSearch, {
  q: searchText,
  tag: searchText,
  status: known(sessionStatuses),
  result: known(results),
  workflow: searchText,
  country: searchText,
  /** Days where the reader is; `until` is the last one. */
  from: day,
  until: day,
});
export type SessionsSearch = z.output<typeof sessionsSearch>;

const hasFilter = ({ after: _after, ...filters }: SessionsSearch): boolean =>
  Object.values(filters).some((filter) => filter !== undefined);

/** What the API is asked for such an address. */
export function queryOf(search: SessionsSearch) {
  const { after: _after, workflow, from, until, ...others } = search;
  return {
    query: {
      ...others,
      workflow_id: workflow,
      created_after: from === undefined ? undefined : justBefore(from),
      created_before: until === undefined ? undefined : beginOf(until, 1),
    },
    isFiltered: hasFilter(search),
  };
}

/** Midnight where the reader is, so many days later. */
function beginOf(text: string, daysLater: number): string {
  const date = new Date(`${text}T00:00:00`);
  date.setDate(date.getDate() + daysLater);
  return date.toISOString();
}

/** The API's bounds are outside of what it gives. */
function justBefore(text: string): string {
  return new Date(Date.parse(beginOf(text, 0)) - 1).toISOString();
}
