import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useList } from '../../api/use-list';
import { useRead } from '../../api/use-read';
import { useStream } from '../../api/use-stream';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Empty } from '../../parts/empty';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { Problem } from '../../parts/problem';
import { useShortcut } from '../../parts/shortcut';
import { Table } from '../../parts/table';
import { useWords } from '../../parts/words';
import { useMay, useMe } from '../../session/me';
import { useCountries } from '../../terms/countries';
import { useReviewers } from '../../terms/reviewers';
import { useWorkflows } from '../../terms/workflows';
import { FindCases } from './find-cases';
import { closedColumns, foundColumns, waitingColumns } from './queue-columns';
import { QueueFilters } from './queue-filters';
import { filterCount, listQueryOf, type QueueSearch } from './queue-search';
import { QueueTabs, type QueueStats } from './queue-tabs';
import { spanText } from './span-text';
import { useTakeNext } from './use-take-next';

const route = getRouteApi('/signed-in/queue');
const casesPaths = ['/api/v1/cases'] as const;

/** The cases that wait for a person: which, for how long, why, and in whose hands. */
export function QueueScreen() {
  const { t } = useWords();
  const { user } = useMe();
  const mayDecide = useMay('cases:decide');
  const search = route.useSearch();
  const tab = search.status ?? 'open';
  const standing = useStream('GET /api/v1/cases/stream', casesPaths);
  const { data: stats } = useRead('GET /api/v1/cases/stats', {});
  const list = useList('GET /api/v1/cases', { query: listQueryOf(search, user.id) });
  const next = useTakeNext(search);
  const clear = useClear(search);
  useCaseScreenAhead();
  const mayFind = useMay('verifications:read');
  const [isFinding, setFinding] = useState(false);
  const find = (): void => setFinding(true);
  const columns = useColumns();
  useShortcut(mayFind ? { keys: 'f', label: t('queue.find'), run: find } : null);
  useShortcut(mayDecide ? { keys: 'n', label: t('queue.next'), run: next.take } : null);
  return (
    <Page
      title={t('nav.queue')}
      lead={<Lead stats={stats} />}
      actions={
        <>
          <Badge tone={standing === 'live' ? 'good' : 'quiet'}>{t(`queue.${standing}`)}</Badge>
          {mayFind ? <Button onPress={find}>{t('queue.find')}</Button> : null}
          {mayDecide ? (
            <Button kind="main" isPending={next.isPending} onPress={next.take}>
              {t('queue.next')} <kbd aria-hidden="true">N</kbd>
            </Button>
          ) : null}
        </>
      }
    >
      {next.problem === null ? null : <Problem cause={next.problem} />}
      <QueueTabs search={search} current={tab} stats={stats} />
      <QueueFilters search={search} tab={tab} onClear={clear} />
      <Table
        caption={t(`queue.tab.${tab}`)}
        columns={tab === 'closed' ? columns.closed : columns.waiting}
        rows={list.rows}
        rowKey={({ id }) => id}
        rowLink={({ id }) => ({ to: '/cases/$caseId', params: { caseId: id }, search })}
        problem={list.problem}
        onRetry={list.retry}
        empty={<NoCases search={search} onClear={clear} />}
      />
      <Pager next={list.next} />
      <FindCases
        isOpen={isFinding}
        onClose={() => setFinding(false)}
        columns={columns.found}
        search={search}
      />
    </Page>
  );
}

/** By the time a case is opened, its screen's code is there. */
function useCaseScreenAhead(): void {
  const router = useRouter();
  useEffect(() => {
    void router.loadRouteChunk(router.routesById['/signed-in/cases/$caseId']);
  }, [router]);
}

function useColumns() {
  const { t } = useWords();
  const { nameOf: countryOf } = useCountries();
  const { nameOf: workflowOf } = useWorkflows();
  const { nameOf: personOf } = useReviewers();
  const mayHandle = useMay('cases:decide');
  return useMemo(() => {
    const words = { t, countryOf, workflowOf, personOf, mayHandle };
    return {
      waiting: waitingColumns(words),
      closed: closedColumns(words),
      found: foundColumns(words),
    };
  }, [t, countryOf, workflowOf, personOf, mayHandle]);
}

function useClear({ status, sort }: QueueSearch): () => void {
  const navigate = useNavigate();
  return () => void navigate({ to: '/queue', search: { status, sort } });
}

function Lead({ stats }: { readonly stats: QueueStats | undefined }) {
  const { t, language } = useWords();
  if (stats === undefined) return <>&nbsp;</>;
  const { p50_seconds: median } = stats.age;
  if (median === null) return t('queue.lead.empty');
  return t('queue.lead', {
    open: stats.open + stats.in_review,
    mine: stats.mine,
    median: spanText(median, language),
  });
}

function NoCases({
  search,
  onClear,
}: {
  readonly search: QueueSearch;
  readonly onClear: () => void;
}) {
  const { t } = useWords();
  if (filterCount(search) > 0) {
    return (
      <Empty title={t('queue.empty.filtered')}>
        <p>{t('queue.empty.filtered.text')}</p>
        <Button isSmall onPress={onClear}>
          {t('queue.clear')}
        </Button>
      </Empty>
    );
  }
  const tab = search.status ?? 'open';
  return (
    <Empty title={t(`queue.empty.${tab}`)}>
      <p>{t(`queue.empty.${tab}.text`)}</p>
    </Empty>
  );
}
