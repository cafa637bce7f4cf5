import type { UseQueryResult } from '@tanstack/react-query';
import { useRead } from '../../api/use-read';
import type { Review } from './review';

/** Paths whose answers are others once something was overridden or corrected. */
export const changedPaths = ['/api/v1/cases', '/api/v1/sessions'] as const;

/** What a case is decided on; the screen's parts share one answer. */
export function useReview(caseId: string): UseQueryResult<Review> {
  return useRead('GET /api/v1/cases/{id}/review', { params: { id: caseId } });
}
