import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useList } from '../../api/use-list';
import { Empty } from '../../parts/empty';
import { countSet, DateFilter, Filters, SelectFilter, TextFilter } from '../../parts/filters';
import { Pager } from '../../parts/pager';
import { Table, type Column } from '../../parts/table';
import { Time } from '../../parts/time';
import { useText } from '../../parts/words';
import type { Translate } from '../../texts';
import { DeliveryState, deliveryStatuses, tryText, type Delivery } from './delivery-state';
import { useEventTypes } from './events-field';

const route = getRouteApi('/signed-in/webhooks/$endpointId');

/** A first try takes moments: while one is due, the list is asked for as often. */
const watchEveryMs = 2_000;

/** What was sent to an endpoint, newest first; the filters stand in the address. */
export function Deliveries({ endpointId }: { readonly endpointId: string }) {
  const t = useText();
  const { after: _after, ...search } = route.useSearch();
  const types = useEventTypes();
  const type = types.find((one) => one === search.event_type);
  const [isWatching, setWatching] = useState(false);
  const { rows, next, problem, retry } = useList(
    'GET /api/v1/webhooks/endpoints/{id}/deliveries',
    { params: { id: endpointId }, query: { ...search, event_type: type } },
    isWatching ? { everyMs: watchEveryMs } : {},
  );
  const awaits =
    rows?.some(({ status, tries }) => status === 'pending' && tries.length === 0) ?? false;
  if (awaits !== isWatching) setWatching(awaits);
  const isFiltered = countSet(search) > 0;
  return (
    <>
      <Filters count={countSet(search)}>
        <SelectFilter
          name="status"
          label={t('webhooks.state')}
          value={search.status}
          any={t('webhooks.any')}
          options={deliveryStatuses.map((value) => ({
            value,
            label: t(`webhooks.delivery.${value}`),
          }))}
        />
        <SelectFilter
          name="event_type"
          label={t('webhooks.event')}
          value={type}
          any={t('webhooks.any')}
          options={types.map((value) => ({ value, label: value }))}
        />
        <TextFilter name="session_id" label={t('webhooks.session')} value={search.session_id} />
        <DateFilter name="date_from" label={t('webhooks.from')} value={search.date_from} />
        <DateFilter name="date_to" label={t('webhooks.before')} value={search.date_to} />
      </Filters>
      <Table
        caption={t('webhooks.deliveries')}
        columns={columnsOf(t)}
        rows={rows}
        rowKey={({ id }) => id}
        rowLink={({ id }) => ({
          to: '/webhooks/$endpointId/deliveries/$deliveryId',
          params: { endpointId, deliveryId: id },
        })}
        problem={problem}
        onRetry={retry}
        empty={
          <Empty
            title={t(isFiltered ? 'webhooks.deliveries.no_match' : 'webhooks.deliveries.none')}
          >
            <p>
              {t(
                isFiltered ? 'webhooks.deliveries.no_match.text' : 'webhooks.deliveries.none.text',
              )}
            </p>
          </Empty>
        }
      />
      <Pager next={next} />
    </>
  );
}

function columnsOf(t: Translate): readonly Column<Delivery>[] {
  return [
    {
      key: 'event',
      header: t('webhooks.event'),
      cell: ({ event_type: type }) => <code>{type}</code>,
    },
    {
      key: 'status',
      header: t('webhooks.state'),
      isShort: true,
      cell: ({ status }) => <DeliveryState status={status} />,
    },
    {
      key: 'answer',
      header: t('webhooks.answer'),
      cell: ({ tries }) => {
        const last = tries.at(-1);
        return last === undefined ? <span className="soft">—</span> : tryText(last, t);
      },
    },
    {
      key: 'tries',
      header: t('webhooks.tries'),
      align: 'end',
      cell: ({ tries }) => tries.length,
    },
    {
      key: 'session',
      header: t('webhooks.session'),
      isShort: true,
      cell: ({ session_id: id }) =>
        id === null ? <span className="soft">—</span> : <code className="cell-sub">{id}</code>,
    },
    {
      key: 'created',
      header: t('webhooks.made'),
      isShort: true,
      cell: ({ created_at: at }) => <Time at={at} />,
    },
  ];
}
