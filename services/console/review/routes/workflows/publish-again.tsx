import { useState } from 'react';
import type { ItemOf } from '../../../../client/src/route-types';
import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import { ShareField, shareFollows, type Share, type Workflow } from './share-field';

interface PublishAgainProps {
  readonly workflow: Workflow;
  /** Null while nothing is asked. */
  readonly version: ItemOf<'GET /api/v1/workflows/{id}/versions'> | null;
  readonly onClose: () => void;
}

/** Back to an earlier version: its definition becomes the newest one, for all sessions or some. */
export function PublishAgain({ workflow, version: old, onClose }: PublishAgainProps) {
  const t = useText();
  const toast = useToast();
  const [share, setShare] = useState<Share>('100');
  const { mutate, error, isPending, reset } = useWrite('PATCH /api/v1/workflows/{id}', {
    invalidates: ['/api/v1/workflows'],
    onDone({ version }) {
      toast(t('workflows.publish.done', { version }));
      onClose();
    },
  });
  const { id, version, stable_version: stable } = workflow;
  const next = version + 1;
  return (
    <Confirm
      title={t('workflows.publish.title', { version: old?.version ?? '' })}
      action={t('workflows.publish.go')}
      isOpen={old !== null}
      isPending={isPending}
      problem={error}
      onConfirm={() => {
        if (old === null) return;
        const body = { definition: old.definition, rollout_percentage: Number(share) };
        mutate({ params: { id }, body });
      }}
      onClose={() => {
        reset();
        onClose();
      }}
    >
      <p>{t('workflows.publish.text', { next })}</p>
      <ShareField value={share} onChange={setShare} />
      <p aria-live="polite">{shareFollows(share, { version: next, stable }, t)}</p>
    </Confirm>
  );
}
