import { useRead } from '../../api/use-read';

/** The names behind ids; those who have left among them. */
export function useReviewerNames(): ReadonlyMap<string, string> {
  const { data } = useRead('GET /api/v1/reviewers', { query: { limit: 100 } });
  return new Map(data?.data.map(({ id, name }) => [id, name]) ?? []);
}
