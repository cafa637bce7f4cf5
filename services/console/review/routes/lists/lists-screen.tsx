import { useState } from 'react';
import { useList } from '../../api/use-list';
import { Button } from '../../parts/button';
import { Empty } from '../../parts/empty';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { useShortcut } from '../../parts/shortcut';
import { Table } from '../../parts/table';
import { Time } from '../../parts/time';
import { useText } from '../../parts/words';
import { useMay } from '../../session/me';
import { CreateList } from './create-list';
import { ListActionBadge } from './list-action';

/** Whom and what checks look for, and what a match means. */
export function ListsScreen() {
  const t = useText();
  const mayWrite = useMay('organization:write');
  const [isCreating, setCreating] = useState(false);
  const { rows, next, problem, retry } = useList('GET /api/v1/lists', {});
  const create = (): void => setCreating(true);
  useShortcut(mayWrite ? { keys: 'c', label: t('lists.create'), run: create } : null);
  return (
    <Page
      title={t('nav.lists')}
      lead={t('lists.lead')}
      actions={
        mayWrite ? (
          <Button kind="main" onPress={create}>
            {t('lists.create')}
          </Button>
        ) : null
      }
    >
      <Table
        caption={t('nav.lists')}
        columns={[
          { key: 'name', header: t('lists.name'), cell: ({ name }) => name },
          {
            key: 'action',
            header: t('lists.action'),
            cell: ({ action }) => <ListActionBadge action={action} />,
          },
          {
            key: 'origin',
            header: t('lists.origin'),
            cell: ({ origin }) => t(`lists.origin.${origin}`),
          },
          {
            key: 'updated',
            header: t('identities.updated'),
            isShort: true,
            cell: ({ updated_at: at }) => <Time at={at} />,
          },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
        rowLink={({ id }) => ({ to: '/lists/$listId', params: { listId: id } })}
        problem={problem}
        onRetry={retry}
        empty={
          <Empty title={t('lists.none')}>
            <p>{t('lists.none.text')}</p>
          </Empty>
        }
      />
      <Pager next={next} />
      <CreateList isOpen={isCreating} onClose={() => setCreating(false)} />
    </Page>
  );
}
