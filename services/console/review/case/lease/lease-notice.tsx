import { Button } from '../../parts/button';
import { Problem } from '../../parts/problem';
import { ExactTime } from '../../parts/time';
import { useText } from '../../parts/words';
import type { Translate } from '../../texts';
import { useReviewers } from '../../terms/reviewers';
import { CaseStatus } from '../../terms/case-status';
import type { CaseView } from './case-view';
import type { Lease } from './use-lease';

interface LeaseNoticeProps {
  readonly lease: Lease;
  readonly view: CaseView;
  readonly onTake: () => void;
}

/** Why nothing can be decided here, if so, and what to do about it; nothing while the case is one's own. */
export function LeaseNotice({ lease, view, onTake }: LeaseNoticeProps) {
  const t = useText();
  const { nameOf } = useReviewers();
  switch (lease.kind) {
    case 'asking':
    case 'held':
      return null;
    case 'taken':
      return (
        <div className="notice" data-tone="warn" role="status">
          <p>
            <strong>{t('case.taken', { name: nameOf(lease.by) })}</strong> {t('case.taken.text')}{' '}
            <ExactTime at={new Date(lease.untilMs).toISOString()} />
          </p>
        </div>
      );
    case 'free':
      return (
        <div className="notice row spread" data-tone="warn" role="status">
          <p>
            <strong>{t(lease.wasMine ? 'case.lost' : 'case.free')}</strong>{' '}
            {t(lease.wasMine ? 'case.lost.text' : 'case.free.text')}
          </p>
          <Button kind="main" isSmall onPress={onTake}>
            {t(lease.wasMine ? 'case.take_again' : 'case.take')}
          </Button>
        </div>
      );
    case 'barred':
      return (
        <div className="notice" role="status">
          <p>{t(`case.bar.${lease.why}`)}</p>
        </div>
      );
    case 'refused':
      return <Problem cause={lease.cause} onRetry={onTake} />;
    case 'over':
      return <Over view={view} />;
  }
}

/** How it ended, for whoever opens it later and for whoever had it open when it did. */
function Over({ view }: { readonly view: CaseView }) {
  const t = useText();
  const { nameOf } = useReviewers();
  const { decided_by: by, closed_at: at, reason_code: code, reason, close_reason: closed } = view;
  return (
    <div className="notice stack" role="status">
      <p className="row">
        <CaseStatus status={view.status} />
        <span>
          {by === null ? t('case.over') : t('case.over.by', { name: nameOf(by) })}{' '}
          {at === null ? null : <ExactTime at={at} />}
        </span>
      </p>
      {closed === null ? null : <p>{closedText(closed, t)}</p>}
      {code === null ? null : (
        <p>
          <code>{code}</code> {reason}
        </p>
      )}
    </div>
  );
}

const closedReasons = [
  'resubmission_required',
  'session_redacted',
  'retention_expired',
  'decision_rerun',
  'session_failed',
  'session_expired',
] as const;

/** A reason of a later version is shown as its code. */
function closedText(code: string, t: Translate): string {
  const known = closedReasons.find((one) => one === code);
  return known === undefined ? t('case.over.why', { code }) : t(`case.closed.${known}`);
}
