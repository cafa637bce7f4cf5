import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useList } from '../../api/use-list';
import { Button } from '../../parts/button';
import { Empty } from '../../parts/empty';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { useShortcut } from '../../parts/shortcut';
import { Table, type Column } from '../../parts/table';
import { Time } from '../../parts/time';
import { useText } from '../../parts/words';
import { useMay, useMe } from '../../session/me';
import type { Translate } from '../../texts';
import { CreateEndpoint } from './create-endpoint';
import { EndpointState, nameOf, type Endpoint } from './endpoint-state';

/** Where events of this environment are sent. */
export function WebhooksScreen() {
  const t = useText();
  const { environment } = useMe();
  const mayWrite = useMay('webhooks:write');
  const { rows, next, problem, retry } = useList('GET /api/v1/webhooks/endpoints', {});
  const [isCreating, setCreating] = useState(false);
  const create = (): void => setCreating(true);
  useShortcut(mayWrite ? { keys: 'c', label: t('webhooks.create'), run: create } : null);
  return (
    <Page
      title={t('nav.webhooks')}
      lead={t('webhooks.lead', { environment: t(`environment.${environment}`) })}
      actions={
        <>
          <Link to="/webhooks/signature" className="button">
            {t('webhooks.signature')}
          </Link>
          {mayWrite ? (
            <Button kind="main" onPress={create}>
              {t('webhooks.create')}
            </Button>
          ) : null}
        </>
      }
    >
      <Table
        caption={t('nav.webhooks')}
        columns={columnsOf(t)}
        rows={rows}
        rowKey={({ id }) => id}
        rowLink={({ id }) => ({ to: '/webhooks/$endpointId', params: { endpointId: id } })}
        problem={problem}
        onRetry={retry}
        empty={
          <Empty title={t('webhooks.none')}>
            <p>{t('webhooks.none.text')}</p>
          </Empty>
        }
      />
      <Pager next={next} />
      <CreateEndpoint isOpen={isCreating} onClose={() => setCreating(false)} />
    </Page>
  );
}

function columnsOf(t: Translate): readonly Column<Endpoint>[] {
  return [
    {
      key: 'name',
      header: t('webhooks.endpoint'),
      cell: (endpoint) => (
        <span className="cell-name">
          <span className="cell-main">{nameOf(endpoint)}</span>
          {nameOf(endpoint) === endpoint.url ? null : (
            <span className="cell-sub">{endpoint.url}</span>
          )}
        </span>
      ),
    },
    {
      key: 'state',
      header: t('webhooks.state'),
      isShort: true,
      cell: (endpoint) => <EndpointState endpoint={endpoint} />,
    },
    {
      key: 'events',
      header: t('webhooks.events'),
      isShort: true,
      cell: ({ enabled_events: events }) => (
        <span title={events.join(', ')}>{eventsText(events, t)}</span>
      ),
    },
    {
      key: 'created',
      header: t('webhooks.created'),
      isShort: true,
      cell: ({ created_at: at }) => <Time at={at} />,
    },
  ];
}

export function eventsText(events: readonly string[], t: Translate): string {
  if (events.includes('*')) return t('webhooks.events.all');
  return t('webhooks.events.count', { count: events.length });
}
