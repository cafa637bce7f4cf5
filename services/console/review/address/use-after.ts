import { useSearch } from '@tanstack/react-router';

/** Where the page that is shown begins, for the list's query: empty for the first. */
export function useAfter(): string {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  return typeof search['after'] === 'string' ? search['after'] : '';
}
