import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import type { Item } from './item';

interface RemoveItemProps {
  readonly listId: string;
  /** Null while nothing is asked. */
  readonly item: Pick<Item, 'id' | 'value'> | null;
  readonly onClose: () => void;
}

export function RemoveItem({ listId, item, onClose }: RemoveItemProps) {
  const t = useText();
  const toast = useToast();
  const { mutate, error, isPending, reset } = useWrite('DELETE /api/v1/lists/{id}/items/{itemId}', {
    invalidates: ['/api/v1/lists'],
    onDone() {
      toast(t('lists.remove.done'));
      onClose();
    },
  });
  return (
    <Confirm
      title={t('lists.remove.title')}
      action={t('lists.remove')}
      isDangerous
      isOpen={item !== null}
      isPending={isPending}
      problem={error}
      onConfirm={() => {
        if (item !== null) mutate({ params: { id: listId, itemId: item.id } });
      }}
      onClose={() => {
        reset();
        onClose();
      }}
    >
      <p>{t('lists.remove.text')}</p>
    </Confirm>
  );
}
