import { CopyId } from '../parts/copy-id';
import { ExactTime } from '../parts/time';
import { useText } from '../parts/words';
import { useCountries } from '../terms/countries';
import { documentText } from '../terms/documents';
import { useReviewers } from '../terms/reviewers';
import { useWorkflows } from '../terms/workflows';
import type { CaseView } from './lease/case-view';

/** What is known of a case at a glance. */
export function CaseFacts({ view }: { readonly view: CaseView }) {
  const t = useText();
  const countries = useCountries();
  const workflows = useWorkflows();
  const { nameOf } = useReviewers();
  const { country, document_type: type, workflow_id: workflow, assignee } = view;
  const unknown = <span className="soft">{t('queue.unknown')}</span>;
  return (
    <section className="panel" aria-labelledby="case-facts">
      <h2 id="case-facts">{t('case.facts')}</h2>
      <dl className="facts">
        <dt>{t('case.risk')}</dt>
        <dd>{view.risk_score ?? unknown}</dd>
        <dt>{t('queue.country')}</dt>
        <dd>{country === null ? unknown : countries.nameOf(country)}</dd>
        <dt>{t('queue.document')}</dt>
        <dd>{type === null ? unknown : documentText(type, t)}</dd>
        <dt>{t('queue.workflow')}</dt>
        <dd>{workflow === null ? unknown : workflows.nameOf(workflow)}</dd>
        <dt>{t('case.opened')}</dt>
        <dd>
          <ExactTime at={view.created_at} />
        </dd>
        <dt>{t('queue.assignee')}</dt>
        <dd>{assignee === null ? t('queue.free') : nameOf(assignee)}</dd>
        <dt>{t('case.attempt')}</dt>
        <dd>{view.attempt}</dd>
        <dt>{t('case.id')}</dt>
        <dd>
          <CopyId id={view.id} />
        </dd>
        <dt>{t('case.session')}</dt>
        <dd>
          <CopyId id={view.session_id} />
        </dd>
      </dl>
    </section>
  );
}
