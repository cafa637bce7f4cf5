import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import type { EndpointDialogProps } from './endpoint-dialog';
import { nameOf, webhookPaths } from './endpoint-state';

export function PauseEndpoint({ endpoint, onClose }: EndpointDialogProps) {
  const t = useText();
  const toast = useToast();
  const { mutate, error, isPending } = useWrite('PATCH /api/v1/webhooks/endpoints/{id}', {
    invalidates: webhookPaths,
    onDone() {
      toast(t('webhooks.pause.done'));
      onClose();
    },
  });
  return (
    <Confirm
      title={t('webhooks.pause.title', { name: nameOf(endpoint) })}
      action={t('webhooks.action.pause')}
      isOpen
      isPending={isPending}
      problem={error}
      onConfirm={() => mutate({ params: { id: endpoint.id }, body: { enabled: false } })}
      onClose={onClose}
    >
      <p>{t('webhooks.pause.text')}</p>
    </Confirm>
  );
}
