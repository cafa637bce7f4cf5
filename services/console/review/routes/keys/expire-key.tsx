import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import type { ApiKey } from './api-key';

interface ExpireKeyProps {
  /** Null while nothing is asked. */
  readonly apiKey: ApiKey | null;
  readonly onClose: () => void;
}

export function ExpireKey({ apiKey, onClose }: ExpireKeyProps) {
  const t = useText();
  const toast = useToast();
  const { mutate, error, isPending, reset } = useWrite('POST /api/v1/api-keys/{id}/expire', {
    invalidates: ['/api/v1/api-keys'],
    onDone() {
      toast(t('keys.expire.done'));
      onClose();
    },
  });
  return (
    <Confirm
      title={t('keys.expire.title', { label: apiKey?.label ?? '' })}
      action={t('keys.expire')}
      isDangerous
      isOpen={apiKey !== null}
      isPending={isPending}
      problem={error}
      onConfirm={() => {
        if (apiKey !== null) mutate({ params: { id: apiKey.id } });
      }}
      onClose={() => {
        reset();
        onClose();
      }}
    >
      <p>{t('keys.expire.text')}</p>
    </Confirm>
  );
}
