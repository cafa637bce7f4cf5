import { useMemo } from 'react';
import { useRead } from '../../api/use-read';
import { useMay } from '../../session/me';

/** Workflows by their ids; an id that is missing stands for itself. */
export function useWorkflowNames(): ReadonlyMap<string, string> {
  const enabled = useMay('workflows:read');
  const { data } = useRead('GET /api/v1/workflows', { query: { limit: 100 } }, { enabled });
  return useMemo(() => new Map(data?.data.map(({ id, name }) => [id, name])), [data]);
}
