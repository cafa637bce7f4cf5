import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useSearchPatch } from '../../address/search-params';
import { useList } from '../../api/use-list';
import { Button } from '../../parts/button';
import { Empty } from '../../parts/empty';
import { countSet, DayFilter, Filters, SelectFilter, TextFilter } from '../../parts/filters';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { useShortcut } from '../../parts/shortcut';
import { useText } from '../../parts/words';
import { useMay } from '../../session/me';
import { FindPerson } from './find-person';
import { sessionStatuses } from './session-status';
import { SessionTable } from './session-table';
import { queryOf, results, type SessionsSearch } from './sessions-search';
import { useWorkflowNames } from './use-workflow-names';

const route = getRouteApi('/signed-in/sessions');

/** Every session of this environment, by what stands in the address; a person is looked for without one. */
export function SessionsScreen() {
  const t = useText();
  const search = route.useSearch();
  const { query, isFiltered } = queryOf(search);
  const { rows, next, problem, retry } = useList('GET /api/v1/sessions', { query });
  const mayFind = useMay('verifications:read');
  const [isFinding, setFinding] = useState(false);
  const find = (): void => setFinding(true);
  useShortcut(mayFind ? { keys: 'f', label: t('sessions.find'), run: find } : null);
  return (
    <Page
      title={t('nav.sessions')}
      lead={t('sessions.lead')}
      actions={mayFind ? <Button onPress={find}>{t('sessions.find')}</Button> : null}
    >
      <SessionFilters search={search} isFiltered={isFiltered} />
      <SessionTable
        caption={t('nav.sessions')}
        rows={rows}
        problem={problem}
        onRetry={retry}
        empty={
          <Empty title={t(isFiltered ? 'sessions.none_found' : 'sessions.none')}>
            <p>{t(isFiltered ? 'sessions.none_found.text' : 'sessions.none.text')}</p>
          </Empty>
        }
      />
      <Pager next={next} />
      <FindPerson isOpen={isFinding} onClose={() => setFinding(false)} />
    </Page>
  );
}

interface SessionFiltersProps {
  readonly search: SessionsSearch;
  readonly isFiltered: boolean;
}

function SessionFilters({ search, isFiltered }: SessionFiltersProps) {
  const t = useText();
  const patch = useSearchPatch();
  const workflows = [...useWorkflowNames()].map(([value, label]) => ({ value, label }));
  const any = t('sessions.any');
  const none = Object.fromEntries(Object.keys(search).map((name) => [name, undefined]));
  return (
    <Filters count={countSet(search)}>
      <TextFilter name="q" label={t('sessions.q')} value={search.q} />
      <TextFilter name="tag" label={t('sessions.tag')} value={search.tag} />
      <SelectFilter
        {...{ name: 'status', label: t('sessions.status'), value: search.status, any }}
        options={sessionStatuses.map((value) => ({ value, label: t(`sessions.status.${value}`) }))}
      />
      <SelectFilter
        {...{ name: 'result', label: t('sessions.result'), value: search.result, any }}
        options={results.map((value) => ({ value, label: t(`sessions.result.${value}`) }))}
      />
      <SelectFilter
        {...{ name: 'workflow', label: t('sessions.workflow'), value: search.workflow, any }}
        options={workflows}
      />
      <TextFilter name="country" label={t('sessions.country_code')} value={search.country} />
      <DayFilter name="from" label={t('sessions.from')} value={search.from} />
      <DayFilter name="until" label={t('sessions.until')} value={search.until} />
      {isFiltered ? (
        <Button kind="quiet" onPress={() => patch(none)}>
          {t('sessions.clear')}
        </Button>
      ) : null}
    </Filters>
  );
}
