import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import type { PersonDialogProps } from './person-dialog';

/** Lets somebody in no more, or again. */
export function SwitchPerson({ user, isOpen, onClose }: PersonDialogProps) {
  const t = useText();
  const toast = useToast();
  const { mutate, error, isPending, reset } = useWrite('PATCH /api/v1/users/{id}', {
    invalidates: ['/api/v1/users'],
    onDone({ active }) {
      toast(t(active ? 'people.enable.done' : 'people.disable.done'));
      onClose();
    },
  });
  const { active, name } = user;
  return (
    <Confirm
      title={t(active ? 'people.disable.title' : 'people.enable.title', { name })}
      action={t(active ? 'people.disable' : 'people.enable')}
      isDangerous={active}
      isOpen={isOpen}
      isPending={isPending}
      problem={error}
      onConfirm={() => mutate({ params: { id: user.id }, body: { active: !active } })}
      onClose={() => {
        reset();
        onClose();
      }}
    >
      <p>{t(active ? 'people.disable.text' : 'people.enable.text')}</p>
    </Confirm>
  );
}
