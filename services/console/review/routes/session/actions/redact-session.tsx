import { useState } from 'react';
import { useWrite } from '../../../api/use-write';
import { Dialog } from '../../../parts/dialog';
import { DialogActions } from '../../../parts/dialog-actions';
import { Form } from '../../../parts/form';
import { TextField } from '../../../parts/text-field';
import { useToast } from '../../../parts/toast';
import { useText } from '../../../parts/words';
import type { ActionProps } from './action-props';

export function RedactSession({ session, isOpen, onClose }: ActionProps) {
  const t = useText();
  return (
    <Dialog title={t('session.redact.title')} isOpen={isOpen} onClose={onClose} staysOpen>
      <RedactForm id={session.id} onClose={onClose} />
    </Dialog>
  );
}

/** Nothing brings it back: the button works once the id has been typed, and the API asks for a fresh code. */
function RedactForm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const { mutate, error, isPending } = useWrite('DELETE /api/v1/sessions/{id}/data', {
    invalidates: ['/api/v1/sessions'],
    onDone({ documents_removed: count }) {
      toast(t('session.redact.done', { count }));
      onClose();
    },
  });
  const isTyped = typed.trim() === id;
  return (
    <Form
      problem={error}
      onSubmit={() => {
        if (isTyped) mutate({ params: { id } });
      }}
    >
      <p>{t('session.redact.text')}</p>
      <p>
        <code>{id}</code>
      </p>
      <TextField
        isCode
        label={t('session.redact.type')}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        autoFocus
      />
      <DialogActions
        action={t('session.redact')}
        isPending={isPending}
        onClose={onClose}
        isDangerous
        isDisabled={!isTyped}
      />
    </Form>
  );
}
