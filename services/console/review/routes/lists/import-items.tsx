import { useState } from 'react';
import { Refusal } from '../../api/problem';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { DialogActions } from '../../parts/dialog-actions';
import { Problem } from '../../parts/problem';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import type { ItemsDialogProps } from './add-item';
import { rowErrors } from './row-errors';

export function ImportItems({ listId, isOpen, onClose }: ItemsDialogProps) {
  const t = useText();
  return (
    <Dialog title={t('lists.import')} isOpen={isOpen} onClose={onClose} isWide>
      <ImportForm listId={listId} onClose={onClose} />
    </Dialog>
  );
}

interface Chosen {
  readonly name: string;
  readonly csv: string;
}

/** All lines of a file or none: what is wrong stands beside its line, and nothing was added. */
function ImportForm({ listId, onClose }: Omit<ItemsDialogProps, 'isOpen'>) {
  const t = useText();
  const toast = useToast();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { mutate, reset, error, isPending } = useWrite('POST /api/v1/lists/{id}/items', {
    invalidates: ['/api/v1/lists'],
    onDone({ added, already_present: present }) {
      toast(t('lists.import.done', { count: added, present }));
      onClose();
    },
  });
  const choose = async (file: File | undefined): Promise<void> => {
    reset();
    setChosen(file === undefined ? null : { name: file.name, csv: await file.text() });
  };
  const send = (): void => {
    if (chosen === null) return;
    mutate({ params: { id: listId }, upload: { type: 'text/csv', bytes: chosen.csv } });
  };
  return (
    <div className="stack">
      <p>{t('lists.import.text')}</p>
      <pre className="sample">{'document_number,email\nNLD:SPX015127,\n,someone@example.org'}</pre>
      <label className="field">
        <span className="field-label">{t('lists.import.file')}</span>
        <input
          className="input"
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
      </label>
      {error === null ? null : <ImportErrors csv={chosen?.csv ?? ''} cause={error} />}
      <DialogActions
        action={t('lists.import.go')}
        isPending={isPending}
        onClose={onClose}
        onAct={send}
        isDisabled={chosen === null}
      />
    </div>
  );
}

function ImportErrors({ csv, cause }: { readonly csv: string; readonly cause: Error }) {
  const t = useText();
  const rows = cause instanceof Refusal ? rowErrors(csv, cause.fields) : [];
  if (rows.length === 0) return <Problem cause={cause} />;
  return (
    <div role="alert" className="stack">
      <p className="field-error">{t('lists.import.refused', { count: rows.length })}</p>
      <div className="scroller" tabIndex={0} role="group" aria-label={t('lists.import.rows')}>
        <table className="matrix">
          <caption className="unseen">{t('lists.import.rows')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('lists.import.line')}</th>
              <th scope="col">{t('lists.import.wrong')}</th>
              <th scope="col">{t('lists.import.content')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, text, messages }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                <td>{messages.join('; ')}</td>
                <td>
                  <code>{text}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
