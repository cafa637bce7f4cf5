import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from './problem';
import { useText } from './words';

interface AnsweredProps<Answer> {
  readonly read: UseQueryResult<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}

/** What was asked for, as soon as it is there; before that that it is on its way, or why it did not come. */
export function Answered<Answer>({ read, children }: AnsweredProps<Answer>) {
  const t = useText();
  if (read.data !== undefined) return children(read.data);
  if (read.error !== null) {
    return <Problem cause={read.error} onRetry={() => void read.refetch()} />;
  }
  return <p className="soft">{t('loading')}</p>;
}
