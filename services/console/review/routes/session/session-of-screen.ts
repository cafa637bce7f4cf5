import type { UseQueryResult } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { AnswerOf } from '../../../../client/src/route-types';
import { isUnder } from '../../api/keys';
import { useRead } from '../../api/use-read';

export type Session = AnswerOf<'GET /api/v1/sessions/{id}'>;

const askEveryMs = 10_000;

/** The session as it is now; when it has moved, everything that is shown of it is asked for again. */
export function useSession(id: string): UseQueryResult<Session> {
  const client = useQueryClient();
  const read = useRead('GET /api/v1/sessions/{id}', { params: { id } }, { everyMs: askEveryMs });
  const movedAt = read.data?.updated_at;
  const last = useRef(movedAt);
  useEffect(() => {
    if (last.current !== undefined && movedAt !== last.current) {
      void client.invalidateQueries({ predicate: isUnder(['/api/v1/sessions/{id}']) });
    }
    last.current = movedAt;
  }, [client, movedAt]);
  return read;
}
