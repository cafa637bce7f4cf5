import { Badge } from '../parts/badge';
import { useText } from '../parts/words';
import { signalText } from '../terms/signals';
import { Verdict } from './judged/outcome';
import { useReview } from './judged/use-review';
import type { CaseView } from './lease/case-view';

/** Why a case is here: what was signalled and which checks failed, before anything is decided. */
export function CaseReasons({ view }: { readonly view: CaseView }) {
  const t = useText();
  const { data } = useReview(view.id);
  const failed = (data?.checks ?? []).filter(({ status }) => status === 'failed');
  return (
    <section className="panel case-reasons" aria-labelledby="case-reasons">
      <h2 id="case-reasons">{t('case.reasons')}</h2>
      {view.signals.length === 0 ? (
        <p className="soft">{t('queue.why.none')}</p>
      ) : (
        <p className="row">
          {view.signals.map((name) => (
            <Badge key={name} tone="warn">
              {signalText(name, t)}
            </Badge>
          ))}
        </p>
      )}
      {failed.length === 0 ? null : (
        <ul className="failed-checks">
          {failed.map(({ check, status, reasons }) => (
            <li key={check}>
              <a href="#case-checks">{t(`checks.name.${check}`)}</a> <Verdict status={status} />
              {reasons.map(({ code, text }) => (
                <span key={code} className="cell-line soft">
                  {text}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
