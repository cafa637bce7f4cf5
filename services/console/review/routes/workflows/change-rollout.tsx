import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import { ShareField, shareFollows, type Share, type Workflow } from './share-field';

interface ChangeRolloutProps {
  readonly workflow: Workflow;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Gives the newest version to more sessions or fewer; to none, and it is rolled back. */
export function ChangeRollout({ workflow, isOpen, onClose }: ChangeRolloutProps) {
  const t = useText();
  const toast = useToast();
  const [share, setShare] = useState<Share>('0');
  const { mutate, error, isPending, reset } = useWrite('PATCH /api/v1/workflows/{id}', {
    invalidates: ['/api/v1/workflows'],
    onDone() {
      toast(t('workflows.rollout.done'));
      onClose();
    },
  });
  const { id, version, stable_version: stable } = workflow;
  return (
    <Confirm
      title={t('workflows.rollout.title', { version })}
      action={t('workflows.rollout.change')}
      isOpen={isOpen}
      isPending={isPending}
      problem={error}
      onConfirm={() => mutate({ params: { id }, body: { rollout_percentage: Number(share) } })}
      onClose={() => {
        reset();
        onClose();
      }}
    >
      <ShareField value={share} onChange={setShare} />
      <p aria-live="polite">{shareFollows(share, { version, stable }, t)}</p>
    </Confirm>
  );
}
