import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import type { Identity } from './identity';

interface ArchiveIdentityProps {
  readonly identity: Pick<Identity, 'id' | 'archived_at'>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Puts away, and takes out again: nothing else of it changes. */
export function ArchiveIdentity({ identity, isOpen, onClose }: ArchiveIdentityProps) {
  const t = useText();
  const toast = useToast();
  const settings = (done: string) => ({
    invalidates: ['/api/v1/identities'],
    onDone() {
      toast(done);
      onClose();
    },
  });
  const archive = useWrite(
    'POST /api/v1/identities/{id}/archive',
    settings(t('identities.archive.done')),
  );
  const restore = useWrite(
    'POST /api/v1/identities/{id}/restore',
    settings(t('identities.restore.done')),
  );
  const way = identity.archived_at === null ? 'archive' : 'restore';
  const { mutate, error, isPending } = way === 'archive' ? archive : restore;
  return (
    <Confirm
      title={t(`identities.${way}.title`)}
      action={t(`identities.${way}`)}
      {...{ isOpen, isPending, problem: error, onClose }}
      onConfirm={() => mutate({ params: { id: identity.id } })}
    >
      <p>{t(`identities.${way}.text`)}</p>
    </Confirm>
  );
}
