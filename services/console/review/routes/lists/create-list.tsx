import { useState } from 'react';
import type { ListAction } from '../../../../../shared/domain/lists/list-action';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { DialogActions } from '../../parts/dialog-actions';
import { Form, textIn } from '../../parts/form';
import { SelectField } from '../../parts/select-field';
import { TextField } from '../../parts/text-field';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import { listActions } from './list-action';

interface CreateListProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function CreateList({ isOpen, onClose }: CreateListProps) {
  const t = useText();
  return (
    <Dialog title={t('lists.create')} isOpen={isOpen} onClose={onClose}>
      <CreateListForm onClose={onClose} />
    </Dialog>
  );
}

function CreateListForm({ onClose }: Pick<CreateListProps, 'onClose'>) {
  const t = useText();
  const toast = useToast();
  const [action, setAction] = useState<ListAction>('block');
  const { mutate, error, isPending } = useWrite('POST /api/v1/lists', {
    invalidates: ['/api/v1/lists'],
    onDone() {
      toast(t('lists.create.done'));
      onClose();
    },
  });
  return (
    <Form
      problem={error}
      onSubmit={(form) => mutate({ body: { name: textIn(form, 'name'), action } })}
    >
      <TextField label={t('lists.name')} name="name" isRequired autoFocus />
      <SelectField
        label={t('lists.action')}
        name="action"
        value={action}
        options={listActions.map((value) => ({
          value,
          label: t(`lists.action.${value}`),
          hint: t(`lists.action.${value}.hint`),
        }))}
        onChange={setAction}
      />
      <DialogActions action={t('lists.create')} isPending={isPending} onClose={onClose} />
    </Form>
  );
}
