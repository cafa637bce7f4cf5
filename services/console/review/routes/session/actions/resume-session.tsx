import { useWrite } from '../../../api/use-write';
import { Dialog } from '../../../parts/dialog';
import { DialogActions } from '../../../parts/dialog-actions';
import { Problem } from '../../../parts/problem';
import { useText } from '../../../parts/words';
import { GivenLink } from './given-link';
import type { ActionProps } from './action-props';

export function ResumeSession({ session, isOpen, onClose }: ActionProps) {
  const t = useText();
  return (
    <Dialog title={t('session.resume.title')} isOpen={isOpen} onClose={onClose}>
      <Resume id={session.id} onClose={onClose} />
    </Dialog>
  );
}

function Resume({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useText();
  const { mutate, data, error, isPending } = useWrite('POST /api/v1/sessions/{id}/resume', {
    invalidates: ['/api/v1/sessions'],
  });
  if (data !== undefined) {
    return <GivenLink url={data.capture_url} qrCode={data.qr_code_data_url} onDone={onClose} />;
  }
  return (
    <>
      <p>{t('session.resume.text')}</p>
      {error === null ? null : <Problem cause={error} />}
      <DialogActions
        action={t('session.resume')}
        isPending={isPending}
        onClose={onClose}
        onAct={() => mutate({ params: { id } })}
      />
    </>
  );
}
