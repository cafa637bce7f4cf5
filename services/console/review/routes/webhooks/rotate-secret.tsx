import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Checkbox } from '../../parts/checkbox';
import { Dialog } from '../../parts/dialog';
import { DialogActions } from '../../parts/dialog-actions';
import { Form } from '../../parts/form';
import { SecretOnce } from '../../parts/secret-once';
import { useText } from '../../parts/words';
import type { EndpointDialogProps } from './endpoint-dialog';
import { webhookPaths } from './endpoint-state';

/** A new secret, shown this once. The old one signs beside it for a day, unless somebody may have it. */
export function RotateSecret({ endpoint, onClose }: EndpointDialogProps) {
  const t = useText();
  const [isImmediate, setImmediate] = useState(false);
  const { mutate, error, isPending, data } = useWrite(
    'POST /api/v1/webhooks/endpoints/{id}/rotate-secret',
    { invalidates: webhookPaths },
  );
  return (
    <Dialog title={t('webhooks.action.rotate')} isOpen onClose={onClose} staysOpen>
      {data === undefined ? (
        <Form
          problem={error}
          onSubmit={() => mutate({ params: { id: endpoint.id }, body: { immediate: isImmediate } })}
        >
          <p>{t('webhooks.rotate.text')}</p>
          <Checkbox isSelected={isImmediate} onChange={setImmediate}>
            {t('webhooks.rotate.immediate')}
          </Checkbox>
          <DialogActions
            action={t('webhooks.rotate.go')}
            isPending={isPending}
            onClose={onClose}
            isDangerous={isImmediate}
          />
        </Form>
      ) : (
        <SecretOnce label={t('webhooks.secret')} secret={data.secret} onDone={onClose} />
      )}
    </Dialog>
  );
}
