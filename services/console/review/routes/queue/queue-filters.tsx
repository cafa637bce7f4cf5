import { Button } from '../../parts/button';
import { Filters, SelectFilter, TextFilter } from '../../parts/filters';
import { useText } from '../../parts/words';
import { useMe } from '../../session/me';
import { useCountries } from '../../terms/countries';
import { useReviewers } from '../../terms/reviewers';
import { signalNames, signalText } from '../../terms/signals';
import { useWorkflows } from '../../terms/workflows';
import { ageBands, filterCount, type QueueSearch, type Tab } from './queue-search';

interface QueueFiltersProps {
  readonly search: QueueSearch;
  readonly tab: Tab;
  readonly onClear: () => void;
}

/** Which cases of a tab are listed, and in which order. */
export function QueueFilters({ search, tab, onClear }: QueueFiltersProps) {
  const t = useText();
  const { user } = useMe();
  const countries = useCountries();
  const workflows = useWorkflows();
  const reviewers = useReviewers();
  const count = filterCount(search);
  const others = reviewers.all.filter(({ id, active }) => active && id !== user.id);
  return (
    <Filters count={count}>
      <TextFilter name="q" label={t('queue.search')} value={search.q} />
      <SelectFilter
        name="age"
        label={t('queue.age')}
        value={search.age}
        any={t('queue.age.any')}
        options={ageBands.map((value) => ({ value, label: t(`queue.age.${value}`) }))}
      />
      {tab === 'mine' || tab === 'closed' ? null : (
        <SelectFilter
          name="assignee"
          label={t('queue.assignee')}
          value={search.assignee}
          any={t('queue.assignee.any')}
          options={[
            { value: 'none', label: t('queue.assignee.none') },
            { value: user.id, label: t('person.you') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {(
        [
          ['workflow', workflows.options],
          ['country', countries.options],
          ['signal', signalNames.map((value) => ({ value, label: signalText(value, t) }))],
        ] as const
      ).map(([name, options]) => (
        <SelectFilter
          key={name}
          name={name}
          label={t(`queue.${name}`)}
          value={search[name]}
          any={t('queue.any')}
          options={options}
        />
      ))}
      <TextFilter name="tag" label={t('queue.tag')} value={search.tag} />
      <SelectFilter
        name="sort"
        label={t('queue.order')}
        value={search.sort}
        any={t(tab === 'closed' ? 'queue.order.newest' : 'queue.order.oldest')}
        options={[
          { value: 'riskiest', label: t('queue.order.riskiest') },
          tab === 'closed'
            ? { value: 'oldest', label: t('queue.order.oldest') }
            : { value: 'newest', label: t('queue.order.newest') },
        ]}
      />
      {count === 0 ? null : (
        <Button kind="quiet" onPress={onClear}>
          {t('queue.clear')}
        </Button>
      )}
    </Filters>
  );
}
