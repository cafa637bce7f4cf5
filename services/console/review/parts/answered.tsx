import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from './problem';
import { useText } from './words';

interface AnsweredProps<Answer> {
  readonly read: UseQueryResult<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}

/** What was asked for, as soon as it is there. */
export function Answered<Answer>({ read, children }: AnsweredProps<Answer>) {
  return read.data === undefined ? <Unanswered read={read} /> : children(read.data);
}

/** In the place of an answer: that it is on its way, or why it did not come. */
export function Unanswered({ read }: { readonly read: Pick<UseQueryResult, 'error' | 'refetch'> }) {
  const t = useText();
  if (read.error === null) return <p className="loading">{t('loading')}</p>;
  return <Problem cause={read.error} onRetry={() => void read.refetch()} />;
}
