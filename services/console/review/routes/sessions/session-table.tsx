import type { ReactNode } from 'react';
import type { ItemOf } from '../../../../client/src/route-types';
import { Badge } from '../../parts/badge';
import { Table, type Column } from '../../parts/table';
import { Time } from '../../parts/time';
import { useWords } from '../../parts/words';
import { Referenced } from '../../terms/referenced';
import { tagWords } from '../../terms/tag-words';
import { SessionStatusBadge } from './session-status';
import { useWorkflowNames } from './use-workflow-names';

export type Session = ItemOf<'GET /api/v1/sessions'>;

interface SessionTableProps {
  readonly caption: string;
  readonly rows: readonly Session[] | undefined;
  readonly problem: unknown;
  readonly onRetry: () => void;
  readonly empty: ReactNode;
}

/** Sessions in rows, in whatever way they were found; a row opens its session. */
export function SessionTable(props: SessionTableProps) {
  const { t, language } = useWords();
  const workflows = useWorkflowNames();
  const columns: readonly Column<Session>[] = [
    {
      key: 'session',
      header: t('sessions.session'),
      cell: ({ id, external_ref: ref }) => <Referenced id={id} externalRef={ref} />,
    },
    {
      key: 'status',
      header: t('sessions.status'),
      cell: ({ status, retention_status: retention }) => (
        <span className="row">
          <SessionStatusBadge status={status} />
          {retention === 'active' ? null : (
            <Badge tone="quiet">{t(`sessions.retention.${retention}`)}</Badge>
          )}
        </span>
      ),
    },
    {
      key: 'workflow',
      header: t('sessions.workflow'),
      cell: ({ workflow_id: id }) => workflows.get(id) ?? id,
    },
    {
      key: 'country',
      header: t('sessions.country'),
      cell: ({ country }) => (country === null ? '–' : countryName(country, language)),
    },
    {
      key: 'tags',
      header: t('sessions.tags'),
      cell: ({ tags }) => tagWords(tags),
    },
    {
      key: 'created',
      header: t('sessions.created'),
      isShort: true,
      cell: ({ created_at: at }) => <Time at={at} />,
    },
  ];
  return (
    <Table
      {...props}
      columns={columns}
      rowKey={({ id }) => id}
      rowLink={({ id }) => ({ to: '/sessions/$sessionId', params: { sessionId: id } })}
    />
  );
}

export function countryName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}
