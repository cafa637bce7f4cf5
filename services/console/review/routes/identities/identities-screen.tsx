import { getRouteApi } from '@tanstack/react-router';
import type { ItemOf } from '../../../../client/src/route-types';
import { useList } from '../../api/use-list';
import { Empty } from '../../parts/empty';
import { countSet, Filters, SelectFilter, TextFilter } from '../../parts/filters';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { Table, type Column } from '../../parts/table';
import { Time } from '../../parts/time';
import { useText } from '../../parts/words';
import type { Translate } from '../../texts';
import { Referenced } from '../../terms/referenced';
import { tagWords } from '../../terms/tag-words';
import { identityStatuses } from './identities-search';
import { IdentityStatusBadge } from './identity-status';

type Identity = ItemOf<'GET /api/v1/identities'>;

const route = getRouteApi('/signed-in/identities');

/** Persons, each over all of their sessions; the archived ones when they are asked for. */
export function IdentitiesScreen() {
  const t = useText();
  const { archived, after: _after, ...filters } = route.useSearch();
  const query = { ...filters, archived: archived === 'yes' ? ('true' as const) : undefined };
  const { rows, next, problem, retry } = useList('GET /api/v1/identities', { query });
  return (
    <Page title={t('nav.identities')} lead={t('identities.lead')}>
      <Filters count={countSet({ ...filters, archived })}>
        <TextFilter name="q" label={t('identities.q')} value={filters.q} />
        <TextFilter name="tag" label={t('sessions.tag')} value={filters.tag} />
        <SelectFilter
          {...{ name: 'status', label: t('sessions.status'), value: filters.status }}
          any={t('sessions.any')}
          options={identityStatuses.map((value) => ({
            value,
            label: t(`identities.status.${value}`),
          }))}
        />
        <SelectFilter
          {...{ name: 'archived', label: t('identities.shown'), value: archived }}
          any={t('identities.shown.present')}
          options={[{ value: 'yes', label: t('identities.shown.archived') }]}
        />
      </Filters>
      <Table
        caption={t('nav.identities')}
        columns={columnsOf(t)}
        rows={rows}
        rowKey={({ id }) => id}
        rowLink={({ id }) => ({ to: '/identities/$identityId', params: { identityId: id } })}
        problem={problem}
        onRetry={retry}
        empty={
          <Empty title={t('sessions.none_found')}>
            <p>{t('identities.none')}</p>
          </Empty>
        }
      />
      <Pager next={next} />
    </Page>
  );
}

function columnsOf(t: Translate): readonly Column<Identity>[] {
  return [
    {
      key: 'identity',
      header: t('identities.identity'),
      cell: ({ id, external_ref: ref }) => <Referenced id={id} externalRef={ref} />,
    },
    {
      key: 'status',
      header: t('sessions.status'),
      cell: ({ status }) => <IdentityStatusBadge status={status} />,
    },
    {
      key: 'tags',
      header: t('sessions.tags'),
      cell: ({ tags }) => tagWords(tags),
    },
    {
      key: 'updated',
      header: t('identities.updated'),
      isShort: true,
      cell: ({ updated_at: at }) => <Time at={at} />,
    },
  ];
}
