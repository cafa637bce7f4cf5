import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { DialogActions } from '../../parts/dialog-actions';
import { Form, textIn } from '../../parts/form';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import type { Role } from '../../session/role';
import { RoleField } from './role-field';
import { SetUpLink } from './set-up-link';

interface InvitePersonProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function InvitePerson({ isOpen, onClose }: InvitePersonProps) {
  const t = useText();
  return (
    <Dialog title={t('people.invite')} isOpen={isOpen} onClose={onClose} staysOpen>
      <InviteForm onClose={onClose} />
    </Dialog>
  );
}

/** Makes an account whose link its owner sets it up by; the link is shown once. */
function InviteForm({ onClose }: Pick<InvitePersonProps, 'onClose'>) {
  const t = useText();
  const [role, setRole] = useState<Role>('reviewer');
  const { mutate, error, isPending, data } = useWrite('POST /api/v1/users', {
    invalidates: ['/api/v1/users'],
  });
  if (data !== undefined) return <SetUpLink made={data} onDone={onClose} />;
  return (
    <Form
      problem={error}
      onSubmit={(form) =>
        mutate({ body: { name: textIn(form, 'name'), email: textIn(form, 'email'), role } })
      }
    >
      <TextField label={t('people.name')} name="name" autoComplete="off" isRequired autoFocus />
      <TextField
        label={t('people.email')}
        name="email"
        type="email"
        autoComplete="off"
        isRequired
      />
      <RoleField value={role} onChange={setRole} />
      <DialogActions action={t('people.invite')} isPending={isPending} onClose={onClose} />
    </Form>
  );
}
