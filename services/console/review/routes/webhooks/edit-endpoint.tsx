import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import type { EndpointDialogProps } from './endpoint-dialog';
import { EndpointForm } from './endpoint-form';
import { webhookPaths } from './endpoint-state';

export function EditEndpoint({ endpoint, onClose }: EndpointDialogProps) {
  const t = useText();
  const toast = useToast();
  const { mutate, error, isPending } = useWrite('PATCH /api/v1/webhooks/endpoints/{id}', {
    invalidates: webhookPaths,
    onDone() {
      toast(t('webhooks.edit.done'));
      onClose();
    },
  });
  return (
    <Dialog title={t('webhooks.action.edit')} isOpen onClose={onClose} staysOpen isWide>
      <EndpointForm
        endpoint={endpoint}
        action={t('webhooks.edit.go')}
        problem={error}
        isPending={isPending}
        onSubmit={(body) => mutate({ params: { id: endpoint.id }, body })}
        onClose={onClose}
      />
    </Dialog>
  );
}
