import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Button } from '../../parts/button';
import { Checkbox } from '../../parts/checkbox';
import { Dialog } from '../../parts/dialog';
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
          <div className="dialog-actions">
            <Button onPress={onClose} isDisabled={isPending}>
              {t('dialog.cancel')}
            </Button>
            <Button type="submit" kind={isImmediate ? 'danger' : 'main'} isPending={isPending}>
              {t('webhooks.rotate.go')}
            </Button>
          </div>
        </Form>
      ) : (
        <SecretOnce label={t('webhooks.secret')} secret={data.secret} onDone={onClose} />
      )}
    </Dialog>
  );
}
