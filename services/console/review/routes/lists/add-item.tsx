import { useState } from 'react';
import type { WrittenKind } from '../../../../../shared/domain/lists/list-item-kind';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { DialogActions } from '../../parts/dialog-actions';
import { Form, textIn } from '../../parts/form';
import { SelectField } from '../../parts/select-field';
import { TextField } from '../../parts/text-field';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import { everyOne } from '../../terms/every-one';

export const writtenKinds = everyOne<WrittenKind>()([
  'name',
  'name_dob',
  'document_number',
  'email',
  'email_domain',
  'phone',
  'ip',
  'device',
  'country',
]);

export interface ItemsDialogProps {
  readonly listId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function AddItem({ listId, isOpen, onClose }: ItemsDialogProps) {
  const t = useText();
  return (
    <Dialog title={t('lists.add')} isOpen={isOpen} onClose={onClose}>
      <AddItemForm listId={listId} onClose={onClose} />
    </Dialog>
  );
}

function AddItemForm({ listId, onClose }: Omit<ItemsDialogProps, 'isOpen'>) {
  const t = useText();
  const toast = useToast();
  const [kind, setKind] = useState<WrittenKind>('document_number');
  const { mutate, error, isPending } = useWrite('POST /api/v1/lists/{id}/items', {
    invalidates: ['/api/v1/lists'],
    onDone({ added }) {
      toast(t(added === 0 ? 'lists.add.present' : 'lists.add.done'));
      onClose();
    },
  });
  // Named as the API names them, so that what it refuses stands at its field.
  const valueField = 'items.0.value';
  return (
    <Form
      problem={error}
      onSubmit={(form) =>
        mutate({
          params: { id: listId },
          body: { items: [{ kind, value: textIn(form, valueField) }] },
        })
      }
    >
      <SelectField
        label={t('lists.kind')}
        name="items.0.kind"
        value={kind}
        options={writtenKinds.map((value) => ({ value, label: t(`lists.kind.${value}`) }))}
        onChange={setKind}
      />
      <TextField
        label={t('lists.value')}
        hint={t(`lists.kind.${kind}.hint`)}
        name={valueField}
        autoComplete="off"
        isRequired
        autoFocus
      />
      <DialogActions action={t('lists.add')} isPending={isPending} onClose={onClose} />
    </Form>
  );
}
