import { useMutation } from '@tanstack/react-query';
import type { Api } from '../../api/api';
import { useService } from '../../api/context';
import { Confirm } from '../../parts/confirm';
import { saveFile } from '../../parts/save-file';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import type { ItemsDialogProps } from './add-item';

/** The whole list as one file, its values in the clear: recorded, a page at a time. */
export function ExportItems({ listId, isOpen, onClose }: ItemsDialogProps) {
  const t = useText();
  const toast = useToast();
  const { api } = useService();
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: async () => {
      saveFile(`${listId}.csv`, new Blob([await csvOf(api, listId)], { type: 'text/csv' }));
    },
    onSuccess() {
      toast(t('session.export.done'));
      onClose();
    },
  });
  return (
    <Confirm
      title={t('lists.export.title')}
      action={t('lists.export')}
      {...{ isOpen, isPending, problem: error }}
      onConfirm={() => mutate()}
      onClose={() => {
        reset();
        onClose();
      }}
    >
      <p>{t('lists.export.text')}</p>
    </Confirm>
  );
}

const itemsAPage = 1000;

/** Each page names its columns; of the whole only the first line does. */
async function csvOf(api: Pick<Api, 'send'>, id: string): Promise<string> {
  let csv = '';
  let after: string | null = '';
  while (after !== null) {
    const response: Response = await api.send('GET /api/v1/lists/{id}/items', {
      params: { id },
      query: { limit: itemsAPage, after },
      accept: 'text/csv',
    });
    const page = await response.text();
    csv += csv === '' ? page : page.slice(page.indexOf('\n') + 1);
    after = response.headers.get('x-next-cursor');
  }
  return csv;
}
