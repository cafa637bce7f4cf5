import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isUnder } from '../../api/keys';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { DialogActions } from '../../parts/dialog-actions';
import { Form } from '../../parts/form';
import { SelectField } from '../../parts/select-field';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import type { EndpointDialogProps } from './endpoint-dialog';
import { webhookPaths } from './endpoint-state';
import { useEventTypes, type EventType } from './events-field';

/** It is listed once a dispatcher has taken it: in moments, unless the service is busy. */
const listedAfterMs = [500, 1_500, 4_000];

/** A made-up event, sent the way real ones are. */
export function SendTest({ endpoint, onClose }: EndpointDialogProps) {
  const t = useText();
  const toast = useToast();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ predicate: isUnder(webhookPaths) });
  const types = useEventTypes();
  const [type, setType] = useState<EventType>('session.approved');
  const { mutate, error, isPending } = useWrite('POST /api/v1/webhooks/endpoints/{id}/test', {
    invalidates: webhookPaths,
    onDone() {
      toast(t('webhooks.test.done'));
      onClose();
      for (const ms of listedAfterMs) setTimeout(() => void refresh(), ms);
    },
  });
  return (
    <Dialog title={t('webhooks.action.test')} isOpen onClose={onClose}>
      <Form
        problem={error}
        onSubmit={() => mutate({ params: { id: endpoint.id }, body: { event_type: type } })}
      >
        <p>{t('webhooks.test.text')}</p>
        <SelectField
          label={t('webhooks.event')}
          name="event_type"
          value={type}
          options={types.map((value) => ({ value, label: value }))}
          onChange={setType}
        />
        <DialogActions action={t('webhooks.test.go')} isPending={isPending} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
