import { useRead } from '../../api/use-read';
import { useMay } from '../../session/me';

const mostOfLog = 100;

/** What is told of a case and its session, by whoever may read it; asked once the session is known. */
export function useTrail(caseId: string, sessionId: string | undefined) {
  const mayAudit = useMay('audit:read');
  const params = { id: sessionId ?? '' };
  const timeline = useRead(
    'GET /api/v1/sessions/{id}/events',
    { params },
    { enabled: sessionId !== undefined },
  );
  const ofCase = useRead(
    'GET /api/v1/events',
    { query: { limit: mostOfLog, resource_id: caseId } },
    { enabled: mayAudit },
  );
  const ofSession = useRead(
    'GET /api/v1/events',
    { query: { limit: mostOfLog, resource_id: params.id } },
    { enabled: mayAudit && sessionId !== undefined },
  );
  return {
    timeline: timeline.data?.data ?? [],
    audit: [...(ofCase.data?.data ?? []), ...(ofSession.data?.data ?? [])],
    problem: timeline.error ?? ofCase.error ?? ofSession.error,
    retry: () => void timeline.refetch(),
  };
}
