import { useWrite } from '../../api/use-write';
import { Button } from '../../parts/button';
import { sentenceOf } from '../../parts/problem';
import { useShortcut } from '../../parts/shortcut';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import { webhookPaths } from './endpoint-state';

/** Begins another round of tries, under the same idempotency key. */
export function RetryDelivery({ deliveryId }: { readonly deliveryId: string }) {
  const t = useText();
  const toast = useToast();
  const { mutateAsync, isPending } = useWrite('POST /api/v1/webhooks/deliveries/{id}/retry', {
    invalidates: webhookPaths,
  });
  const retry = (): void => {
    mutateAsync({ params: { id: deliveryId } }).then(
      () => toast(t('webhooks.retry.done')),
      (cause: unknown) => toast(sentenceOf(cause, t), 'bad'),
    );
  };
  useShortcut({ keys: 'r', label: t('webhooks.retry'), run: retry });
  return (
    <Button kind="main" isPending={isPending} onPress={retry}>
      {t('webhooks.retry')}
    </Button>
  );
}
