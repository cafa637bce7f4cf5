import { useRead } from '../../api/use-read';
import type { AnsweredDefinition } from '../../flow/definition';

interface FoundDefinition {
  readonly definition: AnsweredDefinition | undefined;
  readonly problem: Error | null;
  readonly retry: () => void;
}

/** A version's definition; no version means that nothing is asked. */
export function useDefinition(id: string, version: number | undefined): FoundDefinition {
  const { data, error, refetch } = useRead(
    'GET /api/v1/workflows/{id}/versions/{version}',
    { params: { id, version: String(version ?? 0) } },
    { enabled: version !== undefined },
  );
  return { definition: data?.definition, problem: error, retry: () => void refetch() };
}
