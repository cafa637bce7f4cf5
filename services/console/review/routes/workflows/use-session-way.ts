import { useRead } from '../../api/use-read';
import type { WorkflowRun } from '../../flow/way';

export interface SessionWay {
  readonly run: WorkflowRun | undefined;
  readonly problem: Error | null;
}

/** How a session's latest attempt went through its workflow. */
export function useSessionWay(sessionId: string | undefined): SessionWay {
  const { data, error } = useRead(
    'GET /api/v1/sessions/{id}/workflow-run',
    { params: { id: sessionId ?? '' } },
    { enabled: sessionId !== undefined },
  );
  return { run: data, problem: error };
}
