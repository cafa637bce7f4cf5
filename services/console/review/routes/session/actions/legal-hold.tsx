import { useWrite } from '../../../api/use-write';
import { Dialog } from '../../../parts/dialog';
import { DialogActions } from '../../../parts/dialog-actions';
import { Form, textIn } from '../../../parts/form';
import { TextField } from '../../../parts/text-field';
import { useToast } from '../../../parts/toast';
import { useText } from '../../../parts/words';
import type { ActionProps } from './action-props';

export function LegalHold({ session, isOpen, onClose }: ActionProps) {
  const t = useText();
  const way = session.legal_hold ? 'lift' : 'place';
  return (
    <Dialog title={t(`session.hold.${way}.title`)} isOpen={isOpen} onClose={onClose}>
      <LegalHoldForm id={session.id} isHeld={session.legal_hold} onClose={onClose} />
    </Dialog>
  );
}

interface LegalHoldFormProps {
  readonly id: string;
  readonly isHeld: boolean;
  readonly onClose: () => void;
}

/** The reason is a code: it stays in the audit log after everything else of the session is gone. */
function LegalHoldForm({ id, isHeld, onClose }: LegalHoldFormProps) {
  const t = useText();
  const toast = useToast();
  const settings = (done: string) => ({
    invalidates: ['/api/v1/sessions'],
    onDone() {
      toast(done);
      onClose();
    },
  });
  const place = useWrite(
    'PUT /api/v1/sessions/{id}/legal-hold',
    settings(t('session.hold.place.done')),
  );
  const lift = useWrite(
    'DELETE /api/v1/sessions/{id}/legal-hold',
    settings(t('session.hold.lift.done')),
  );
  const submit = (form: FormData): void => {
    const reason = textIn(form, 'reason_code');
    if (!isHeld) place.mutate({ params: { id }, body: { reason_code: reason } });
    else lift.mutate({ params: { id }, body: reason === '' ? {} : { reason_code: reason } });
  };
  const isPending = place.isPending || lift.isPending;
  return (
    <Form problem={place.error ?? lift.error} onSubmit={submit}>
      <p>{t(isHeld ? 'session.hold.lift.text' : 'session.hold.place.text')}</p>
      <TextField
        isCode
        label={t('session.hold.reason')}
        hint={t('session.hold.reason.hint')}
        name="reason_code"
        isRequired={!isHeld}
        autoComplete="off"
        autoFocus
      />
      <DialogActions
        action={t(isHeld ? 'session.hold.lift' : 'session.hold')}
        isPending={isPending}
        onClose={onClose}
      />
    </Form>
  );
}
