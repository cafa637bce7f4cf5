import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useList } from '../../api/use-list';
import { useRead } from '../../api/use-read';
import { Button } from '../../parts/button';
import { CopyId } from '../../parts/copy-id';
import { Empty } from '../../parts/empty';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { Problem } from '../../parts/problem';
import { Table, type Column } from '../../parts/table';
import { Time } from '../../parts/time';
import { useText } from '../../parts/words';
import { useMay } from '../../session/me';
import type { Translate } from '../../texts';
import { AddItem } from './add-item';
import { ExportItems } from './export-items';
import { ImportItems } from './import-items';
import type { Item } from './item';
import { ListActionBadge } from './list-action';
import { RemoveItem } from './remove-item';

const route = getRouteApi('/signed-in/lists/$listId');

export function ListScreen() {
  const t = useText();
  const { listId } = route.useParams();
  const { data, error, refetch } = useRead('GET /api/v1/lists/{id}', { params: { id: listId } });
  return (
    <Page
      title={data?.name ?? t('lists.list')}
      lead={
        <span className="row">
          <Link to="/lists">{t('nav.lists')}</Link>
          <CopyId id={listId} />
          {data === undefined ? null : (
            <>
              <ListActionBadge action={data.action} />
              {t('lists.items.count', { count: data.item_count })}
            </>
          )}
        </span>
      }
      actions={data === undefined ? null : <ListTools listId={listId} />}
    >
      {error === null ? (
        <Items listId={listId} />
      ) : (
        <Problem cause={error} onRetry={() => void refetch()} />
      )}
    </Page>
  );
}

type Tool = 'add' | 'import' | 'export';

function ListTools({ listId }: { readonly listId: string }) {
  const t = useText();
  const mayWrite = useMay('organization:write');
  const mayExport = useMay('pii:export');
  const [open, setOpen] = useState<Tool | null>(null);
  const tools: readonly Tool[] = [
    ...(mayWrite ? (['add', 'import'] as const) : []),
    ...(mayExport ? (['export'] as const) : []),
  ];
  const props = (tool: Tool) => ({
    listId,
    isOpen: open === tool,
    onClose: () => setOpen(null),
  });
  return (
    <>
      {tools.map((tool) => (
        <Button key={tool} kind={tool === 'add' ? 'main' : 'plain'} onPress={() => setOpen(tool)}>
          {t(`lists.${tool}`)}
        </Button>
      ))}
      <AddItem {...props('add')} />
      <ImportItems {...props('import')} />
      <ExportItems {...props('export')} />
    </>
  );
}

function Items({ listId }: { readonly listId: string }) {
  const t = useText();
  const mayWrite = useMay('organization:write');
  const [removed, setRemoved] = useState<Item | null>(null);
  const { rows, next, problem, retry } = useList('GET /api/v1/lists/{id}/items', {
    params: { id: listId },
  });
  return (
    <>
      <Table
        caption={t('lists.items')}
        columns={columnsOf(t, mayWrite ? setRemoved : null)}
        rows={rows}
        rowKey={({ id }) => id}
        problem={problem}
        onRetry={retry}
        empty={
          <Empty title={t('lists.items.none')}>
            <p>{t('lists.items.none.text')}</p>
          </Empty>
        }
      />
      <Pager next={next} />
      <RemoveItem listId={listId} item={removed} onClose={() => setRemoved(null)} />
    </>
  );
}

function columnsOf(t: Translate, onRemove: ((item: Item) => void) | null): readonly Column<Item>[] {
  const all: Column<Item>[] = [
    {
      key: 'value',
      header: t('lists.value'),
      cell: ({ value, kind }) => value ?? <span className="soft">{t(hiddenAs(kind))}</span>,
    },
    { key: 'kind', header: t('lists.kind'), cell: ({ kind }) => t(`lists.kind.${kind}`) },
    {
      key: 'session',
      header: t('lists.session'),
      cell: ({ session_id: id }) =>
        id === null ? (
          '–'
        ) : (
          <Link to="/sessions/$sessionId" params={{ sessionId: id }}>
            <code>{id}</code>
          </Link>
        ),
    },
    {
      key: 'created',
      header: t('lists.added'),
      isShort: true,
      cell: ({ created_at: at }) => <Time at={at} />,
    },
  ];
  if (onRemove === null) return all;
  const remove: Column<Item> = {
    key: 'remove',
    header: t('keys.actions'),
    isActions: true,
    cell: (item) => (
      <Button
        isSmall
        aria-label={t('lists.remove.named', { value: item.value ?? item.id })}
        onPress={() => onRemove(item)}
      >
        {t('lists.remove')}
      </Button>
    ),
  };
  return [...all, remove];
}

/** Of a face nobody reads more than that it is there; of anything else only who may export. */
function hiddenAs(kind: Item['kind']) {
  return kind === 'face' ? 'lists.value.face' : 'lists.value.hidden';
}
