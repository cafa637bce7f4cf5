import { useState } from 'react';
import { Handling } from '../../case/handling/handling';
import { isOver } from '../../case/lease/case-view';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { useText } from '../../parts/words';
import type { QueuedCase } from './queued-case';

/** Sorts a case and puts it into somebody's hands without opening it, which would claim it. */
export function HandleRow({ row }: { readonly row: QueuedCase }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  if (isOver(row)) return null;
  const id = row.id.slice(-6);
  return (
    <>
      <Button
        kind="quiet"
        isSmall
        aria-label={t('handling.open.named', { id })}
        onPress={() => setOpen(true)}
      >
        {t('handling.open')}
      </Button>
      <Dialog title={t('handling.title', { id })} isOpen={isOpen} onClose={close}>
        <Handling view={row} onReleased={close} />
        <div className="dialog-actions">
          <Button onPress={close}>{t('dialog.close')}</Button>
        </div>
      </Dialog>
    </>
  );
}
