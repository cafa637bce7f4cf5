import { useMutation } from '@tanstack/react-query';
import { useService } from '../../../api/context';
import { Confirm } from '../../../parts/confirm';
import { saveFile } from '../../../parts/save-file';
import { useToast } from '../../../parts/toast';
import { useText } from '../../../parts/words';
import type { ActionProps } from './action-props';

/** All that is kept of the session, in the clear, as a file: asked for on purpose, and recorded. */
export function ExportSession({ session, isOpen, onClose }: ActionProps) {
  const t = useText();
  const toast = useToast();
  const { api } = useService();
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: async () => {
      const response = await api.send('GET /api/v1/sessions/{id}/export', {
        params: { id: session.id },
      });
      saveFile(`${session.id}.json`, await response.blob());
    },
    onSuccess() {
      toast(t('session.export.done'));
      onClose();
    },
  });
  return (
    <Confirm
      title={t('session.export.title')}
      action={t('session.export')}
      {...{ isOpen, isPending, problem: error }}
      onConfirm={() => mutate()}
      onClose={() => {
        reset();
        onClose();
      }}
    >
      <p>{t('session.export.text')}</p>
    </Confirm>
  );
}
