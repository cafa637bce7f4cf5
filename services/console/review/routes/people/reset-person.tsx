import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { Dialog } from '../../parts/dialog';
import { useText } from '../../parts/words';
import type { PersonDialogProps } from './person-dialog';
import { SetUpLink } from './set-up-link';

/** For who lost password or phone: both begin anew, by a link that is shown once. */
export function ResetPerson({ user, isOpen, onClose }: PersonDialogProps) {
  const t = useText();
  const { mutate, error, isPending, reset, data } = useWrite('POST /api/v1/users/{id}/reset', {
    invalidates: ['/api/v1/users'],
  });
  const close = (): void => {
    reset();
    onClose();
  };
  if (data !== undefined) {
    return (
      <Dialog title={t('people.reset')} isOpen={isOpen} onClose={close} staysOpen>
        <SetUpLink made={data} onDone={close} />
      </Dialog>
    );
  }
  return (
    <Confirm
      title={t('people.reset.title', { name: user.name })}
      action={t('people.reset')}
      isDangerous
      isOpen={isOpen}
      isPending={isPending}
      problem={error}
      onConfirm={() => mutate({ params: { id: user.id }, body: { totp: true } })}
      onClose={close}
    >
      <p>{t('people.reset.text')}</p>
    </Confirm>
  );
}
