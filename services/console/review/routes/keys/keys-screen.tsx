import { useState } from 'react';
import { useList } from '../../api/use-list';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Empty } from '../../parts/empty';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { useShortcut } from '../../parts/shortcut';
import { Table, type Column } from '../../parts/table';
import { Time } from '../../parts/time';
import { useText } from '../../parts/words';
import { useMe } from '../../session/me';
import type { Translate } from '../../texts';
import type { ApiKey } from './api-key';
import { CreateKey } from './create-key';
import { ExpireKey } from './expire-key';

/** The keys of this environment: what each may, from where, and when it was last used. */
export function KeysScreen() {
  const t = useText();
  const { environment } = useMe();
  const { rows, next, problem, retry } = useList('GET /api/v1/api-keys', {});
  const [isCreating, setCreating] = useState(false);
  const [ending, setEnding] = useState<ApiKey | null>(null);
  const create = (): void => setCreating(true);
  useShortcut({ keys: 'c', label: t('keys.create'), run: create });
  return (
    <Page
      title={t('nav.keys')}
      lead={t('keys.lead', { environment: t(`environment.${environment}`) })}
      actions={
        <Button kind="main" onPress={create}>
          {t('keys.create')}
        </Button>
      }
    >
      <Table
        caption={t('nav.keys')}
        columns={columnsOf(t, setEnding)}
        rows={rows}
        rowKey={({ id }) => id}
        problem={problem}
        onRetry={retry}
        empty={
          <Empty title={t('keys.none')}>
            <p>{t('keys.none.text')}</p>
          </Empty>
        }
      />
      <Pager next={next} />
      <CreateKey isOpen={isCreating} onClose={() => setCreating(false)} />
      <ExpireKey apiKey={ending} onClose={() => setEnding(null)} />
    </Page>
  );
}

function columnsOf(t: Translate, onEnd: (key: ApiKey) => void): readonly Column<ApiKey>[] {
  return [
    {
      key: 'label',
      header: t('keys.label'),
      cell: ({ label, prefix }) => (
        <div>
          <div className="cell-main">{label}</div>
          <code className="cell-sub">{prefix}…</code>
        </div>
      ),
    },
    {
      key: 'status',
      header: t('keys.status'),
      cell: ({ status }) => (
        <Badge tone={status === 'active' ? 'good' : 'quiet'}>{t(`keys.status.${status}`)}</Badge>
      ),
    },
    {
      key: 'scopes',
      header: t('keys.scopes'),
      cell: ({ scopes }) => (
        <details className="key-scopes">
          <summary>{t('keys.scopes.count', { count: scopes.length })}</summary>
          <code>{scopes.join(', ')}</code>
        </details>
      ),
    },
    {
      key: 'from',
      header: t('keys.from'),
      cell: ({ ip_allow_list: from }) =>
        from === null ? <span className="soft">{t('keys.anywhere')}</span> : from.join(', '),
    },
    {
      key: 'used',
      header: t('keys.last_used'),
      cell: ({ last_used_at: at }) =>
        at === null ? <span className="soft">{t('keys.never')}</span> : <Time at={at} />,
    },
    {
      key: 'expires',
      header: t('keys.expires'),
      cell: ({ expires_at: at }) =>
        at === null ? <span className="soft">{t('keys.never')}</span> : <Time at={at} />,
    },
    {
      key: 'actions',
      header: t('keys.actions'),
      isActions: true,
      cell: (key) =>
        key.status === 'active' ? (
          <Button
            kind="quiet"
            isSmall
            aria-label={t('keys.expire.named', { label: key.label })}
            onPress={() => onEnd(key)}
          >
            {t('keys.expire')}
          </Button>
        ) : null,
    },
  ];
}
