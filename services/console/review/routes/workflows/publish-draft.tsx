import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import type { AnsweredDefinition } from '../../flow/definition';
import { Confirm } from '../../parts/confirm';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import { ShareField, shareFollows, type Share, type Workflow } from './share-field';

interface PublishDraftProps {
  readonly workflow: Workflow;
  readonly definition: AnsweredDefinition;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onPublished: () => void;
}

/** Makes a valid draft the newest version, for all sessions or some, and leads to it. */
export function PublishDraft({
  workflow,
  definition,
  isOpen,
  onClose,
  onPublished,
}: PublishDraftProps) {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const [share, setShare] = useState<Share>('100');
  const { id, version, stable_version: stable } = workflow;
  const { mutate, error, isPending, reset } = useWrite('PATCH /api/v1/workflows/{id}', {
    invalidates: ['/api/v1/workflows'],
    onDone({ version: published }) {
      onPublished();
      toast(t('workflows.publish.done', { version: published }));
      void navigate({ to: '/workflows/$workflowId', params: { workflowId: id } });
    },
  });
  const next = version + 1;
  return (
    <Confirm
      title={t('workflows.edit.publish.title')}
      action={t('workflows.publish.go')}
      isOpen={isOpen}
      isPending={isPending}
      problem={error}
      onConfirm={() =>
        mutate({ params: { id }, body: { definition, rollout_percentage: Number(share) } })
      }
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
