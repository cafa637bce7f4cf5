import { Unanswered } from '../parts/answered';
import { useText } from '../parts/words';
import { Disclosed } from '../viewer/disclosed';
import { CheckRow } from './judged/check-row';
import { Duplicates } from './judged/duplicates';
import { Hits } from './judged/hits';
import type { JudgedCheck } from './judged/review';
import { RiskWaterfall } from './judged/risk-waterfall';
import { useReview } from './judged/use-review';

interface CaseChecksProps {
  readonly caseId: string;
  readonly sessionId: string;
  readonly isReadOnly: boolean;
}

/** What was found of a case: the checks, what they found elsewhere, and how the risk adds up. */
export function CaseChecks({ caseId, sessionId, isReadOnly }: CaseChecksProps) {
  const t = useText();
  const read = useReview(caseId);
  const { data } = read;
  if (data === undefined) return <Unanswered read={read} />;
  const passed = data.checks.filter((judged) => !isOpen(judged));
  const row = (judged: JudgedCheck) => (
    <CheckRow key={judged.check} caseId={caseId} judged={judged} isReadOnly={isReadOnly} />
  );
  return (
    <>
      <section className="panel" aria-labelledby="case-checks">
        <h2 id="case-checks">{t('checks.title')}</h2>
        {data.checks.length === 0 ? <p className="soft">{t('checks.none')}</p> : null}
        <ul className="checks">{[...data.checks].filter(isOpen).sort(byUrgency).map(row)}</ul>
        {passed.length === 0 ? null : (
          <Disclosed title={t('checks.passed', { count: passed.length })} shortcut="o">
            <ul className="checks">{passed.map(row)}</ul>
          </Disclosed>
        )}
      </section>
      {data.watchlist_hits === null ? null : (
        <Hits
          caseId={caseId}
          hits={data.watchlist_hits}
          fields={data.fields ?? []}
          isReadOnly={isReadOnly}
        />
      )}
      {data.duplicates === null ? null : (
        <Duplicates sessionId={sessionId} duplicates={data.duplicates} />
      )}
      {data.risk === null ? null : <RiskWaterfall risk={data.risk} />}
    </>
  );
}

/** What passed with nothing to say of it is folded away. */
function isOpen({ status, reviewed, reasons }: JudgedCheck): boolean {
  return status !== 'passed' || reviewed !== null || reasons.length > 0;
}

/** What a decision turns on comes first; the rest stays in the API's order. */
function byUrgency(one: JudgedCheck, other: JudgedCheck): number {
  const rank = ({ status }: JudgedCheck): number =>
    status === 'failed' ? 0 : status === 'passed' ? 2 : 1;
  return rank(one) - rank(other);
}
