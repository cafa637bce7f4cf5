import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Empty } from '../../parts/empty';
import { useText } from '../../parts/words';
import { PersonSearch } from '../../person-search/person-search';
import { SessionTable } from './session-table';

interface FindPersonProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** A person's sessions, found by what a document says. */
export function FindPerson({ isOpen, onClose }: FindPersonProps) {
  const t = useText();
  return (
    <Dialog title={t('sessions.find')} isOpen={isOpen} onClose={onClose} isWide>
      <FoundSessions />
    </Dialog>
  );
}

function FoundSessions() {
  const t = useText();
  const { mutateAsync, error, isPending } = useWrite('POST /api/v1/sessions/search');
  return (
    <PersonSearch
      text={t('sessions.find.text')}
      ask={(body) => mutateAsync({ body })}
      problem={error}
      isPending={isPending}
      countText={(count, hasMore) =>
        t(hasMore ? 'sessions.find.found_first' : 'sessions.find.found', { count })
      }
      table={(rows) => (
        <SessionTable
          caption={t('sessions.find.results')}
          rows={rows}
          problem={null}
          onRetry={() => undefined}
          empty={
            <Empty title={t('sessions.none_found')}>
              <p>{t('sessions.find.none')}</p>
            </Empty>
          }
        />
      )}
    />
  );
}
