import { useNavigate } from '@tanstack/react-router';
import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import type { EndpointDialogProps } from './endpoint-dialog';
import { nameOf } from './endpoint-state';

export function DeleteEndpoint({ endpoint, onClose }: EndpointDialogProps) {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const { mutate, error, isPending } = useWrite('DELETE /api/v1/webhooks/endpoints/{id}', {
    // The list asks anew when it opens; asking for the endpoint itself again would find nothing.
    onDone() {
      toast(t('webhooks.delete.done'));
      void navigate({ to: '/webhooks' });
    },
  });
  return (
    <Confirm
      title={t('webhooks.delete.title', { name: nameOf(endpoint) })}
      action={t('webhooks.action.delete')}
      isDangerous
      isOpen
      isPending={isPending}
      problem={error}
      onConfirm={() => mutate({ params: { id: endpoint.id } })}
      onClose={onClose}
    >
      <p>{t('webhooks.delete.text')}</p>
    </Confirm>
  );
}
