import { useWrite } from '../../../api/use-write';
import { Confirm } from '../../../parts/confirm';
import { useToast } from '../../../parts/toast';
import { useText } from '../../../parts/words';
import type { ActionProps } from './action-props';

export function ExpireSession({ session, isOpen, onClose }: ActionProps) {
  const t = useText();
  const toast = useToast();
  const { mutate, error, isPending, reset } = useWrite('POST /api/v1/sessions/{id}/expire', {
    invalidates: ['/api/v1/sessions'],
    onDone() {
      toast(t('session.expire.done'));
      onClose();
    },
  });
  return (
    <Confirm
      title={t('session.expire.title')}
      action={t('session.expire')}
      isDangerous
      {...{ isOpen, isPending, problem: error }}
      onConfirm={() => mutate({ params: { id: session.id } })}
      onClose={() => {
        reset();
        onClose();
      }}
    >
      <p>{t('session.expire.text')}</p>
    </Confirm>
  );
}
