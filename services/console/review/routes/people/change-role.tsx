import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { DialogActions } from '../../parts/dialog-actions';
import { Form } from '../../parts/form';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import type { PersonDialogProps } from './person-dialog';
import { RoleField } from './role-field';

export function ChangeRole(props: PersonDialogProps) {
  const t = useText();
  return (
    <Dialog title={t('people.change_role')} isOpen={props.isOpen} onClose={props.onClose}>
      <ChangeRoleForm {...props} />
    </Dialog>
  );
}

function ChangeRoleForm({ user, onClose }: PersonDialogProps) {
  const t = useText();
  const toast = useToast();
  const [role, setRole] = useState(user.role);
  const { mutate, error, isPending } = useWrite('PATCH /api/v1/users/{id}', {
    invalidates: ['/api/v1/users'],
    onDone() {
      toast(t('people.change_role.done'));
      onClose();
    },
  });
  return (
    <Form problem={error} onSubmit={() => mutate({ params: { id: user.id }, body: { role } })}>
      <p className="soft">{t('people.change_role.text', { name: user.name })}</p>
      <RoleField value={role} onChange={setRole} />
      <DialogActions action={t('people.change_role')} isPending={isPending} onClose={onClose} />
    </Form>
  );
}
