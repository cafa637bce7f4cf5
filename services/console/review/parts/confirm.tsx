import type { ReactNode } from 'react';
import { Dialog } from './dialog';
import { DialogActions } from './dialog-actions';
import { Problem } from './problem';

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
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} isAlert>
      <div className="prose">{children}</div>
      {problem === null ? null : <Problem cause={problem} />}
      <DialogActions
        action={action}
        isPending={isPending}
        onClose={onClose}
        onAct={onConfirm}
        isDangerous={isDangerous}
      />
    </Dialog>
  );
}
