import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AnswerOf } from '../../../../client/src/route-types';
import { isUnder } from '../../api/keys';
import { Refusal } from '../../api/problem';
import { useWrite, type WriteRoute } from '../../api/use-write';

const touched = ['/api/v1/cases', '/api/v1/sessions', '/api/v1/events'] as const;

/** Something done to a case. Refused because of how it stands by now, it has that asked for. */
export function useDecision<R extends WriteRoute>(route: R, onDone: (answer: AnswerOf<R>) => void) {
  const client = useQueryClient();
  const write = useWrite(route, { invalidates: touched, onDone });
  const { error } = write;
  useEffect(() => {
    if (!(error instanceof Refusal) || error.status !== 409) return;
    void client.invalidateQueries({ predicate: isUnder(touched) });
  }, [client, error]);
  return write;
}
