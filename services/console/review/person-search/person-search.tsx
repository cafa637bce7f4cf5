import { useState, type ReactNode } from 'react';
import type { BodyOf } from '../../../client/src/route-types';
import { Button } from '../parts/button';
import { Form, textIn } from '../parts/form';
import { TextField } from '../parts/text-field';
import { useText } from '../parts/words';

export type Sought = BodyOf<'POST /api/v1/sessions/search'>;

interface Answered<Row> {
  readonly data: readonly Row[];
  readonly pagination: { readonly next: string | null };
}

interface Found<Row> {
  readonly sought: Sought;
  readonly rows: readonly Row[];
  readonly next: string | null;
}

interface PersonSearchProps<Row> {
  /** What is searched, and for how long it can be. */
  readonly text: string;
  readonly ask: (sought: Sought) => Promise<Answered<Row>>;
  readonly problem: Error | null;
  readonly isPending: boolean;
  readonly countText: (count: number, hasMore: boolean) => string;
  readonly table: (rows: readonly Row[]) => ReactNode;
}

/** A search by what a document says. None of it gets into the address, the history or a log. */
export function PersonSearch<Row>({
  text,
  ask,
  problem,
  isPending,
  countText,
  table,
}: PersonSearchProps<Row>) {
  const t = useText();
  const [found, setFound] = useState<Found<Row> | null>(null);
  const search = async (sought: Sought, before: readonly Row[]): Promise<void> => {
    try {
      const { data, pagination } = await ask(sought);
      setFound({ sought, rows: [...before, ...data], next: pagination.next });
    } catch {
      // The form says it; what was found before is not what was asked for now.
      setFound(null);
    }
  };
  return (
    <div className="stack">
      <p className="soft">{text}</p>
      <Form problem={problem} onSubmit={(form) => void search(soughtIn(form), [])}>
        <PersonFields />
        <div className="dialog-actions">
          <Button type="submit" kind="main" isPending={isPending}>
            {t('sessions.find.go')}
          </Button>
        </div>
      </Form>
      <div role="status">
        {found === null ? null : <p>{countText(found.rows.length, found.next !== null)}</p>}
      </div>
      {found === null ? null : table(found.rows)}
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

function PersonFields() {
  const t = useText();
  return (
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
