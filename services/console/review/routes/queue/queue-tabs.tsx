import type { AnswerOf } from '../../../../client/src/route-types';
import { LinkTabs } from '../../parts/link-tabs';
import { useWords } from '../../parts/words';
import { tabs, type QueueSearch, type Tab } from './queue-search';

export type QueueStats = AnswerOf<'GET /api/v1/cases/stats'>;

interface QueueTabsProps {
  readonly search: QueueSearch;
  readonly current: Tab;
  readonly stats: QueueStats | undefined;
}

/** The counts are of whole tabs: filters narrow the list below them. */
export function QueueTabs({ search, current, stats }: QueueTabsProps) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  return (
    <LinkTabs
      name={t('queue.tabs')}
      current={current}
      tabs={tabs.map((tab) => ({
        key: tab,
        label: t(`queue.tab.${tab}`),
        count:
          stats === undefined ? undefined : countOf(tab, stats, (count) => number.format(count)),
        link: {
          to: '/queue',
          // An order or an assignee of one tab may mean nothing in another.
          search: {
            ...search,
            status: tab === 'open' ? undefined : tab,
            assignee: undefined,
            sort: undefined,
            after: undefined,
          },
        },
      }))}
    />
  );
}

function countOf(tab: Tab, stats: QueueStats, written: (count: number) => string): string {
  switch (tab) {
    case 'open':
      return written(stats.open + stats.in_review);
    case 'mine':
      return written(stats.mine);
    case 'second_review':
      return written(stats.pending_second_review);
    case 'escalated':
      return written(stats.escalated);
    case 'closed':
      return `${written(stats.closed)}${stats.closed_has_more ? '+' : ''}`;
  }
}
