import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Empty } from '../../parts/empty';
import { Table, type Column } from '../../parts/table';
import { useText } from '../../parts/words';
import { PersonSearch } from '../../person-search/person-search';
import type { QueuedCase } from './queued-case';
import type { QueueSearch } from './queue-search';

interface FindCasesProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly columns: readonly Column<QueuedCase>[];
  /** The queue that a found case leads back to. */
  readonly search: QueueSearch;
}

/** A person's cases, waiting or decided, found by what a document says. */
export function FindCases({ isOpen, onClose, ...found }: FindCasesProps) {
  const t = useText();
  return (
    <Dialog title={t('queue.find')} isOpen={isOpen} onClose={onClose} isWide>
      <FoundCases {...found} />
    </Dialog>
  );
}

function FoundCases({ columns, search }: Pick<FindCasesProps, 'columns' | 'search'>) {
  const t = useText();
  const { mutateAsync, error, isPending } = useWrite('POST /api/v1/cases/search');
  return (
    <PersonSearch
      text={t('queue.find.text')}
      ask={(body) => mutateAsync({ body })}
      problem={error}
      isPending={isPending}
      countText={(count, hasMore) =>
        t(hasMore ? 'queue.find.found_first' : 'queue.find.found', { count })
      }
      table={(rows) => (
        <Table
          caption={t('queue.find.results')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          rowLink={({ id }) => ({ to: '/cases/$caseId', params: { caseId: id }, search })}
          problem={null}
          onRetry={() => undefined}
          empty={
            <Empty title={t('queue.find.none')}>
              <p>{t('sessions.find.none')}</p>
            </Empty>
          }
        />
      )}
    />
  );
}
