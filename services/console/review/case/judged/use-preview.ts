import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { BodyOf } from '../../../../client/src/route-types';
import { useService } from '../../api/context';
import type { Preview } from './review';
import { useSettled } from './use-settled';

const route = 'POST /api/v1/cases/{id}/preview';
const settlesAfterMs = 350;

/** What a change would lead to, asked when typing pauses; null: there is none. */
export function usePreview(
  caseId: string,
  wish: BodyOf<typeof route> | null,
): UseQueryResult<Preview> {
  const { api } = useService();
  const body = useSettled(wish, settlesAfterMs);
  return useQuery({
    // Under the case, so that it is asked for again with all else that is read of it.
    queryKey: [`/api/v1/cases/${caseId}/preview`, body],
    queryFn: ({ signal }) =>
      api.request(route, { params: { id: caseId }, body: body ?? {}, signal }),
    enabled: body !== null && wish !== null,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
}
