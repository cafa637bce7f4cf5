import { GivenUp, Refusal, Unreachable } from '../api/problem';
import type { Translate } from '../texts';
import { Button } from './button';
import { useText } from './words';

/** What went wrong, in a sentence for whoever it happened to. */
export function sentenceOf(cause: unknown, t: Translate): string {
  if (cause instanceof Unreachable) return t('problem.unreachable');
  if (cause instanceof GivenUp) return t('problem.given_up');
  if (!(cause instanceof Refusal)) return t('problem.unknown');
  if (cause.status >= 500) return t('problem.failed');
  switch (cause.status) {
    case 403:
      return cause.code === 'missing_scope' ? t('problem.forbidden') : cause.detail;
    case 404:
      return t('problem.not_found');
    case 429:
      return t('page_too_many');
    default:
      return cause.detail;
  }
}

interface ProblemProps {
  readonly cause: unknown;
  readonly onRetry?: () => void;
}

/** In the place of what could not be shown. */
export function Problem({ cause, onRetry }: ProblemProps) {
  const t = useText();
  const { requestId, fields } = cause instanceof Refusal ? cause : { requestId: '', fields: [] };
  return (
    <div className="problem" role="alert">
      <p>{sentenceOf(cause, t)}</p>
      {fields.length === 0 ? null : (
        <ul>
          {fields.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <code>{field}</code> {message}
            </li>
          ))}
        </ul>
      )}
      {requestId === '' ? null : (
        <p className="soft">
          {t('problem.reference')} <code>{requestId}</code>
        </p>
      )}
      {onRetry === undefined ? null : (
        <Button isSmall onPress={onRetry}>
          {t('problem.retry')}
        </Button>
      )}
    </div>
  );
}
