import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { SecretOnce } from '../../parts/secret-once';
import { useText } from '../../parts/words';
import { EndpointForm } from './endpoint-form';
import { webhookPaths } from './endpoint-state';

interface CreateEndpointProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function CreateEndpoint({ isOpen, onClose }: CreateEndpointProps) {
  const t = useText();
  return (
    <Dialog title={t('webhooks.create')} isOpen={isOpen} onClose={onClose} staysOpen isWide>
      <CreateEndpointForm onClose={onClose} />
    </Dialog>
  );
}

/** The secret that its answer brings is shown this once. */
function CreateEndpointForm({ onClose }: Pick<CreateEndpointProps, 'onClose'>) {
  const t = useText();
  const { mutate, error, isPending, data } = useWrite('POST /api/v1/webhooks/endpoints', {
    invalidates: webhookPaths,
  });
  if (data !== undefined) {
    return <SecretOnce label={t('webhooks.secret')} secret={data.secret} onDone={onClose} />;
  }
  return (
    <EndpointForm
      action={t('webhooks.create')}
      problem={error}
      isPending={isPending}
      onSubmit={(body) => mutate({ body })}
      onClose={onClose}
    />
  );
}
