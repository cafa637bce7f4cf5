import { useMemo } from 'react';
import type { ItemOf } from '../../../client/src/route-types';
import { useRead } from '../api/use-read';
import { useText } from '../parts/words';
import { useMe } from '../session/me';

export type Reviewer = ItemOf<'GET /api/v1/reviewers'>;

const mostAtOnce = 100;

/** People by name, and oneself as "you". */
export function useReviewers(): {
  readonly all: readonly Reviewer[];
  readonly nameOf: (id: string) => string;
} {
  const t = useText();
  const { user } = useMe();
  const { data } = useRead('GET /api/v1/reviewers', { query: { limit: mostAtOnce } });
  return useMemo(() => {
    const all = data?.data ?? [];
    return {
      all,
      nameOf: (id) => {
        if (id === user.id) return t('person.you');
        if (id.startsWith('key_')) return t('person.key');
        return all.find((one) => one.id === id)?.name ?? t('person.unknown', { id: id.slice(-6) });
      },
    };
  }, [data, t, user.id]);
}
