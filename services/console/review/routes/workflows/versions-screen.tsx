import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ItemOf } from '../../../../client/src/route-types';
import { useSearchPatch } from '../../address/search-params';
import { useList } from '../../api/use-list';
import { useRead } from '../../api/use-read';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { Table, type Column } from '../../parts/table';
import { Time } from '../../parts/time';
import { useText } from '../../parts/words';
import { useMay } from '../../session/me';
import { ChangeRollout } from './change-rollout';
import { Comparison } from './comparison';
import { PublishAgain } from './publish-again';
import { rolloutWords } from './rollout-words';

const route = getRouteApi('/signed-in/workflows/$workflowId/versions');

type Version = ItemOf<'GET /api/v1/workflows/{id}/versions'>;

/** Every version there ever was: what became of one in another, and which of them sessions have. */
export function VersionsScreen() {
  const t = useText();
  const { workflowId } = route.useParams();
  const { from, to } = route.useSearch();
  const patch = useSearchPatch();
  const mayWrite = useMay('workflows:write');
  const params = { id: workflowId };
  const { data: workflow } = useRead('GET /api/v1/workflows/{id}', { params });
  const list = useList('GET /api/v1/workflows/{id}/versions', { params });
  const [publishing, setPublishing] = useState<Version | null>(null);
  const [isChanging, setChanging] = useState(false);
  const newest = workflow?.version;
  const columns: readonly Column<Version>[] = [
    {
      key: 'version',
      header: t('workflows.version'),
      cell: ({ version }) => (
        <span className="row">
          <span className="cell-main">{version}</span>
          {version === newest ? (
            <Badge tone="info">{t('workflows.versions.newest')}</Badge>
          ) : version === workflow?.stable_version && workflow.rollout_percentage < 100 ? (
            <Badge tone="quiet">{t('workflows.versions.stable')}</Badge>
          ) : null}
        </span>
      ),
    },
    {
      key: 'created',
      header: t('workflows.created'),
      cell: ({ created_at: at }) => <Time at={at} />,
    },
    {
      key: 'actions',
      header: t('workflows.versions.actions'),
      isActions: true,
      cell: (row) => (
        <span className="row">
          <Link
            className="button"
            data-small
            to="/workflows/$workflowId"
            params={{ workflowId }}
            search={{ version: row.version }}
            aria-label={t('workflows.versions.show', { version: row.version })}
          >
            {t('workflows.versions.show.short')}
          </Link>
          {newest === undefined || row.version === newest ? null : (
            <Button
              isSmall
              aria-label={t('workflows.versions.compare', { version: row.version, to: newest })}
              onPress={() => patch({ from: row.version, to: newest, node: undefined })}
            >
              {t('workflows.versions.compare.short')}
            </Button>
          )}
          {mayWrite && row.version !== newest ? (
            <Button
              isSmall
              aria-label={t('workflows.versions.publish', { version: row.version })}
              onPress={() => setPublishing(row)}
            >
              {t('workflows.versions.publish.short')}
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
  const hasTwo = workflow !== undefined && workflow.version !== workflow.stable_version;
  return (
    <Page
      title={t('workflows.versions.of', { name: workflow?.name ?? '…' })}
      back={{ to: '/workflows', text: t('nav.workflows') }}
      lead={workflow === undefined ? undefined : rolloutWords(workflow, t)}
      actions={
        <>
          <Link className="button" to="/workflows/$workflowId" params={{ workflowId }}>
            {t('workflows.versions.graph')}
          </Link>
          {mayWrite && hasTwo ? (
            <Button kind="main" onPress={() => setChanging(true)}>
              {t('workflows.rollout.change')}
            </Button>
          ) : null}
        </>
      }
    >
      <Table
        caption={t('workflows.versions')}
        columns={columns}
        rows={list.rows}
        rowKey={({ version }) => String(version)}
        problem={list.problem}
        onRetry={list.retry}
        empty={null}
      />
      <Pager next={list.next} />
      {from === undefined || newest === undefined ? null : (
        <Comparison workflowId={workflowId} from={from} to={to ?? newest} />
      )}
      {workflow === undefined ? null : (
        <>
          <PublishAgain
            workflow={workflow}
            version={publishing}
            onClose={() => setPublishing(null)}
          />
          <ChangeRollout
            workflow={workflow}
            isOpen={isChanging}
            onClose={() => setChanging(false)}
          />
        </>
      )}
    </Page>
  );
}
