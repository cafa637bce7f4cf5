import { useMemo } from 'react';
import { useRead } from '../api/use-read';
import type { Option } from '../parts/select-field';

const mostAtOnce = 100;

/** Workflows by their names. */
export function useWorkflows(): {
  readonly nameOf: (id: string) => string;
  readonly options: readonly Option[];
} {
  const { data } = useRead('GET /api/v1/workflows', { query: { limit: mostAtOnce } });
  return useMemo(() => {
    const options = (data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
    return {
      options,
      nameOf: (id) => options.find(({ value }) => value === id)?.label ?? id,
    };
  }, [data]);
}
