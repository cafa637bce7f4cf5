import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { Problem } from './problem';
import { useText } from './words';

interface ConfirmProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What the button does, as a verb: "Revoke key". */
  readonly action: string;
  readonly isDangerous?: boolean;
  readonly isOpen: boolean;
  readonly isPending: boolean;
  readonly problem: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before what cannot be taken back; it stays open until it is done, and says why it was not. */
export function Confirm({
  title,
  children,
  action,
  isDangerous = false,
  isOpen,
  isPending,
  problem,
  onConfirm,
  onClose,
}: ConfirmProps) {
  const t = useText();
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} isAlert>
      <div className="prose">{children}</div>
      {problem === null ? null : <Problem cause={problem} />}
      <div className="dialog-actions">
        <Button onPress={onClose} isDisabled={isPending}>
          {t('dialog.cancel')}
        </Button>
        <Button kind={isDangerous ? 'danger' : 'main'} isPending={isPending} onPress={onConfirm}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
