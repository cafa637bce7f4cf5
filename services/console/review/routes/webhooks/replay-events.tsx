import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isUnder } from '../../api/keys';
import { useService } from '../../api/context';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { Problem } from '../../parts/problem';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import type { EndpointDialogProps } from './endpoint-dialog';
import { webhookPaths } from './endpoint-state';
import { ReplayForm } from './replay-form';
import type { Counted } from './replay-form';

/** Counts first; nothing is sent before the person has seen how much it is. */
export function ReplayEvents({ endpoint, onClose }: EndpointDialogProps) {
  const t = useText();
  const [counted, setCounted] = useState<Counted | null>(null);
  return (
    <Dialog title={t('webhooks.action.replay')} isOpen onClose={onClose} staysOpen>
      {counted === null ? (
        <ReplayForm endpoint={endpoint} onCounted={setCounted} onClose={onClose} />
      ) : (
        <SendReplay
          endpoint={endpoint}
          counted={counted}
          onBack={() => setCounted(null)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

interface SendReplayProps extends EndpointDialogProps {
  readonly counted: Counted;
  readonly onBack: () => void;
}

function SendReplay({ endpoint, counted, onBack, onClose }: SendReplayProps) {
  const t = useText();
  const toast = useToast();
  const { api } = useService();
  const client = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    /** Batch by batch, until the window is through. */
    mutationFn: async () => {
      let replayed = 0;
      let since: string | null = counted.since;
      while (since !== null) {
        const done: { readonly replayed: number; readonly next_since: string | null } =
          await api.request('POST /api/v1/webhooks/endpoints/{id}/replay', {
            params: { id: endpoint.id },
            body: { ...counted.body, since },
          });
        replayed += done.replayed;
        // More in one millisecond than a batch holds: it would begin at the same place for ever.
        since = done.next_since === since ? null : done.next_since;
      }
      return replayed;
    },
    async onSuccess(replayed) {
      toast(t('webhooks.replay.done', { count: replayed }));
      onClose();
      await client.invalidateQueries({ predicate: isUnder(webhookPaths) });
    },
  });
  const { count, isMore } = counted;
  return (
    <div className="stack">
      <p>
        {t(isMore ? 'webhooks.replay.count.more' : 'webhooks.replay.count', { count })}{' '}
        {count === 0 ? '' : t('webhooks.replay.keys')}
      </p>
      {error === null ? null : <Problem cause={error} />}
      <div className="dialog-actions">
        <Button onPress={onBack} isDisabled={isPending} autoFocus={count === 0}>
          {t('webhooks.replay.change')}
        </Button>
        {count === 0 ? null : (
          <Button kind="main" isPending={isPending} onPress={() => mutate()} autoFocus>
            {t(isMore ? 'webhooks.replay.go.all' : 'webhooks.replay.go', { count })}
          </Button>
        )}
      </div>
    </div>
  );
}
