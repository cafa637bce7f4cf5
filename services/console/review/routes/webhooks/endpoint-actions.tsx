import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Button } from '../../parts/button';
import { useToast } from '../../parts/toast';
import { sentenceOf } from '../../parts/problem';
import { useText } from '../../parts/words';
import { DeleteEndpoint } from './delete-endpoint';
import { EditEndpoint } from './edit-endpoint';
import { webhookPaths, type Endpoint } from './endpoint-state';
import { PauseEndpoint } from './pause-endpoint';
import { ReplayEvents } from './replay-events';
import { RotateSecret } from './rotate-secret';
import { SendTest } from './send-test';

const dialogs = {
  test: SendTest,
  replay: ReplayEvents,
  edit: EditEndpoint,
  rotate: RotateSecret,
  pause: PauseEndpoint,
  delete: DeleteEndpoint,
} as const;
type DialogName = keyof typeof dialogs;

/** What can be done with an endpoint. Nothing can be sent to one that is stopped. */
export function EndpointActions({ endpoint }: { readonly endpoint: Endpoint }) {
  const t = useText();
  const [asked, setAsked] = useState<DialogName | null>(null);
  const Asked = asked === null ? null : dialogs[asked];
  const shown: readonly DialogName[] = endpoint.enabled
    ? ['test', 'replay', 'edit', 'rotate', 'pause', 'delete']
    : ['edit', 'rotate', 'delete'];
  return (
    <>
      {endpoint.enabled ? null : <ResumeEndpoint endpoint={endpoint} />}
      {shown.map((name) => (
        <Button key={name} onPress={() => setAsked(name)}>
          {t(`webhooks.action.${name}`)}
        </Button>
      ))}
      {Asked === null ? null : <Asked endpoint={endpoint} onClose={() => setAsked(null)} />}
    </>
  );
}

function ResumeEndpoint({ endpoint }: { readonly endpoint: Endpoint }) {
  const t = useText();
  const toast = useToast();
  const { mutateAsync, isPending } = useWrite('PATCH /api/v1/webhooks/endpoints/{id}', {
    invalidates: webhookPaths,
  });
  const resume = (): void => {
    mutateAsync({ params: { id: endpoint.id }, body: { enabled: true } }).then(
      () => toast(t('webhooks.resume.done')),
      (cause: unknown) => toast(sentenceOf(cause, t), 'bad'),
    );
  };
  return (
    <Button kind="main" isPending={isPending} onPress={resume}>
      {t('webhooks.resume')}
    </Button>
  );
}
