import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { QueuedCase } from './queued-case';

type Known = Pick<QueuedCase, 'id' | 'session_id'>;

const listed = z.object({ data: z.array(z.object({ id: z.string(), session_id: z.string() })) });
const keyOfTaken = (caseId: string) => ['session of a case', caseId];

/** Keeps whose case was just taken, for the screen that opens with it. */
export function rememberSession(client: QueryClient, { id, session_id }: Known): void {
  client.setQueryData(keyOfTaken(id), session_id);
}

/** The session of a case as the queue has told it, before the case itself is there; undefined: it has not. */
export function useKnownSession(caseId: string): string | undefined {
  const client = useQueryClient();
  const taken = client.getQueryData(keyOfTaken(caseId));
  if (typeof taken === 'string') return taken;
  for (const [, answer] of client.getQueriesData({ queryKey: ['/api/v1/cases'] })) {
    const found = listed.safeParse(answer).data?.data.find(({ id }) => id === caseId);
    if (found !== undefined) return found.session_id;
  }
  return undefined;
}
