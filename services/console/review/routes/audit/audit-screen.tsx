import { getRouteApi } from '@tanstack/react-router';
import { useList } from '../../api/use-list';
import { Empty } from '../../parts/empty';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { Table, type Column } from '../../parts/table';
import { ExactTime } from '../../parts/time';
import { useText } from '../../parts/words';
import { actorText } from '../../terms/actor-text';
import { deedText } from '../../terms/deed-text';
import type { Translate } from '../../texts';
import { AuditFilters, resourceTypes } from './audit-filters';
import type { AuditRecord } from './audit-record';
import { ChainState } from './chain-state';
import { ExportAudit } from './export-audit';

const route = getRouteApi('/signed-in/audit');

/** Who did what, when; and whether the log is whole. */
export function AuditScreen() {
  const t = useText();
  const { after: _after, ...search } = route.useSearch();
  const query = {
    ...search,
    resource_type: resourceTypes.find((type) => type === search.resource_type),
  };
  const { rows, next, problem, retry } = useList('GET /api/v1/events', { query });
  return (
    <Page title={t('nav.audit')} lead={t('audit.lead')} actions={<ExportAudit query={query} />}>
      <ChainState />
      <AuditFilters search={search} />
      <Table
        caption={t('nav.audit')}
        columns={columnsOf(t)}
        rows={rows}
        rowKey={({ id }) => id}
        problem={problem}
        onRetry={retry}
        empty={
          <Empty title={t('audit.none')}>
            <p>{t('audit.none.text')}</p>
          </Empty>
        }
      />
      <Pager next={next} />
    </Page>
  );
}

function columnsOf(t: Translate): readonly Column<AuditRecord>[] {
  return [
    {
      key: 'action',
      header: t('audit.action'),
      cell: ({ action }) => (
        <span className="cell-name">
          <span className="cell-main">{deedText(action, t)}</span>
          <code className="cell-sub">{action}</code>
        </span>
      ),
    },
    {
      key: 'at',
      header: t('audit.at'),
      isShort: true,
      cell: ({ at }) => <ExactTime at={at} />,
    },
    {
      key: 'actor',
      header: t('audit.actor'),
      cell: ({ actor }) => (
        <span className="cell-name">
          <span>{actorText(actor.kind, t)}</span>
          {actor.id === null ? null : <code className="cell-sub">{actor.id}</code>}
        </span>
      ),
    },
    {
      key: 'resource',
      header: t('audit.resource'),
      cell: ({ resource }) =>
        resource === null ? (
          <span className="soft">–</span>
        ) : (
          <code className="cell-sub breakable">{resource.id}</code>
        ),
    },
    {
      key: 'detail',
      header: t('audit.detail'),
      cell: ({ detail, id }) => <Detail detail={detail} id={id} />,
    },
  ];
}

function Detail({ detail, id }: Pick<AuditRecord, 'detail' | 'id'>) {
  const t = useText();
  if (Object.keys(detail).length === 0) return <span className="soft">–</span>;
  return (
    <details className="more">
      <summary aria-label={t('audit.detail.of', { id })}>{t('audit.detail.show')}</summary>
      <pre className="detail">{JSON.stringify(detail, null, 2)}</pre>
    </details>
  );
}
