import { Badge, type Tone } from '../../parts/badge';
import { useText } from '../../parts/words';
import type { Decision, JudgedCheck, Preview } from './review';

type Status = JudgedCheck['status'];

const verdictTones: Readonly<Record<Status, Tone>> = {
  passed: 'good',
  failed: 'bad',
  error: 'warn',
  requires_retry: 'warn',
  skipped: 'quiet',
  pending: 'quiet',
};

export function Verdict({ status }: { readonly status: Status }) {
  const t = useText();
  return <Badge tone={verdictTones[status]}>{t(`checks.status.${status}`)}</Badge>;
}

const decisionTones: Readonly<Record<Decision, Tone>> = {
  approved: 'good',
  rejected: 'bad',
  needs_review: 'info',
  awaiting_external: 'info',
  failed: 'warn',
};

export function DecisionBadge({ decision }: { readonly decision: Decision }) {
  const t = useText();
  return <Badge tone={decisionTones[decision]}>{t(`checks.decision.${decision}`)}</Badge>;
}

/** What saving would lead to, beside what stands now. */
export function PreviewedOutcome({ preview }: { readonly preview: Preview }) {
  const t = useText();
  const { before, after, checks, is_recommendation: isRecommendation } = preview;
  const isSame = before.decision === after.decision && before.reason_code === after.reason_code;
  return (
    <div className="notice previewed" role="status">
      <p className="row">
        {t(isSame ? 'checks.preview.same' : 'checks.preview.other')}
        <DecisionBadge decision={after.decision} />
        {after.reason_code === null ? null : <code>{after.reason_code}</code>}
      </p>
      {checks.length === 0 ? (
        <p className="soft">{t('checks.preview.no_check')}</p>
      ) : (
        <ul>
          {checks.map(({ check, before: was, after: is }) => (
            <li key={check} className="row">
              {t(`checks.name.${check}`)}
              <Verdict status={was.status} />
              <span aria-hidden="true">→</span>
              <span className="unseen">{t('checks.preview.becomes')}</span>
              <Verdict status={is.status} />
            </li>
          ))}
        </ul>
      )}
      {isRecommendation ? <p className="soft">{t('checks.preview.recommendation')}</p> : null}
    </div>
  );
}
