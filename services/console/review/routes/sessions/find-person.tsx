import { useState } from 'react';
import type { BodyOf } from '../../../../client/src/route-types';
import { useWrite } from '../../api/use-write';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { Empty } from '../../parts/empty';
import { Form, textIn } from '../../parts/form';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import { SessionTable, type Session } from './session-table';

type Sought = BodyOf<'POST /api/v1/sessions/search'>;

interface FindPersonProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** By what a document says. None of it gets into the address, the history or a log. */
export function FindPerson({ isOpen, onClose }: FindPersonProps) {
  const t = useText();
  return (
    <Dialog title={t('sessions.find')} isOpen={isOpen} onClose={onClose} isWide>
      <FindPersonForm />
    </Dialog>
  );
}

interface Found {
  readonly sought: Sought;
  readonly rows: readonly Session[];
  readonly next: string | null;
}

function FindPersonForm() {
  const t = useText();
  const [found, setFound] = useState<Found | null>(null);
  const { mutateAsync, error, isPending } = useWrite('POST /api/v1/sessions/search');
  const search = async (sought: Sought, before: readonly Session[]): Promise<void> => {
    try {
      const { data, pagination } = await mutateAsync({ body: sought });
      setFound({ sought, rows: [...before, ...data], next: pagination.next });
    } catch {
      // The form says it; what was found before is not what was asked for now.
      setFound(null);
    }
  };
  return (
    <div className="stack">
      <p className="soft">{t('sessions.find.text')}</p>
      <Form problem={error} onSubmit={(form) => void search(soughtIn(form), [])}>
        <div className="form-columns">
          <TextField label={t('sessions.find.name')} name="name" autoComplete="off" autoFocus />
          <TextField
            label={t('sessions.find.date_of_birth')}
            hint={t('sessions.find.date_of_birth.hint')}
            name="date_of_birth"
            type="date"
          />
          <TextField
            isCode
            label={t('sessions.find.document_number')}
            name="document_number"
            autoComplete="off"
          />
          <TextField
            isCode
            label={t('sessions.find.issuing_state')}
            hint={t('sessions.find.issuing_state.hint')}
            name="issuing_state"
            autoComplete="off"
          />
          <TextField label={t('sessions.find.email')} name="email" autoComplete="off" />
          <TextField
            label={t('sessions.find.phone')}
            hint={t('sessions.find.phone.hint')}
            name="phone"
            autoComplete="off"
          />
        </div>
        <div className="dialog-actions">
          <Button type="submit" kind="main" isPending={isPending}>
            {t('sessions.find.go')}
          </Button>
        </div>
      </Form>
      <div role="status">
        {found === null ? null : (
          <p>
            {found.next === null
              ? t('sessions.find.found', { count: found.rows.length })
              : t('sessions.find.found_first', { count: found.rows.length })}
          </p>
        )}
      </div>
      {found === null ? null : (
        <SessionTable
          caption={t('sessions.find.results')}
          rows={found.rows}
          problem={null}
          onRetry={() => undefined}
          empty={
            <Empty title={t('sessions.none_found')}>
              <p>{t('sessions.find.none')}</p>
            </Empty>
          }
        />
      )}
      {found?.next == null ? null : (
        <Button
          isPending={isPending}
          onPress={() => void search({ ...found.sought, after: found.next ?? '' }, found.rows)}
        >
          {t('sessions.find.more')}
        </Button>
      )}
    </div>
  );
}

const fields = [
  'name',
  'date_of_birth',
  'document_number',
  'issuing_state',
  'email',
  'phone',
] as const satisfies readonly (keyof Sought)[];

/** An empty field is one that was not filled in. */
function soughtIn(form: FormData): Sought {
  return Object.fromEntries(
    fields.flatMap((name) => {
      const text = textIn(form, name);
      return text === '' ? [] : [[name, text]];
    }),
  );
}
