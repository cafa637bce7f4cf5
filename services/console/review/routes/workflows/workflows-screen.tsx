import type { ItemOf } from '../../../../client/src/route-types';
import { useList } from '../../api/use-list';
import { Empty } from '../../parts/empty';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { Table, type Column } from '../../parts/table';
import { Time } from '../../parts/time';
import { useText } from '../../parts/words';
import type { Translate } from '../../texts';
import { StandingBadges } from './standing-badges';
import { rolloutWords } from './rollout-words';

type WorkflowSummary = ItemOf<'GET /api/v1/workflows'>;

/** The workflows of this environment, the default first. */
export function WorkflowsScreen() {
  const t = useText();
  const { rows, next, problem, retry } = useList('GET /api/v1/workflows', {});
  return (
    <Page title={t('nav.workflows')} lead={t('workflows.lead')}>
      <Table
        caption={t('nav.workflows')}
        columns={columnsOf(t)}
        rows={rows}
        rowKey={({ id }) => id}
        rowLink={({ id }) => ({ to: '/workflows/$workflowId', params: { workflowId: id } })}
        problem={problem}
        onRetry={retry}
        empty={
          <Empty title={t('workflows.none')}>
            <p>{t('workflows.none.text')}</p>
          </Empty>
        }
      />
      <Pager next={next} />
    </Page>
  );
}

function columnsOf(t: Translate): readonly Column<WorkflowSummary>[] {
  return [
    {
      key: 'name',
      header: t('workflows.name'),
      cell: ({ name }) => <span className="cell-main">{name}</span>,
    },
    {
      key: 'standing',
      header: t('workflows.standing'),
      isShort: true,
      cell: (workflow) => <StandingBadges workflow={workflow} />,
    },
    {
      key: 'version',
      header: t('workflows.version'),
      cell: (workflow) => rolloutWords(workflow, t),
    },
    {
      key: 'created',
      header: t('workflows.created'),
      cell: ({ created_at: at }) => <Time at={at} />,
    },
  ];
}
