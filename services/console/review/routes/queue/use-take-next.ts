import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWrite } from '../../api/use-write';
import { rememberSession } from './known-session';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import { nextWishOf, type QueueSearch } from './queue-search';

/** Takes the next free case under the queue's filters and opens it; its way back is the same queue. */
export function useTakeNext(search: QueueSearch) {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { mutate, isPending, error } = useWrite('POST /api/v1/cases/next', {
    invalidates: ['/api/v1/cases'],
    onDone(taken) {
      if (taken === undefined) toast(t('queue.next.none'), 'bad');
      else {
        rememberSession(client, taken);
        void navigate({ to: '/cases/$caseId', params: { caseId: taken.id }, search });
      }
    },
  });
  return {
    isPending,
    problem: error,
    take: () => {
      if (!isPending) mutate({ body: nextWishOf(search) });
    },
  };
}
