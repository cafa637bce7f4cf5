import { Button } from './button';
import { useText } from './words';

interface DialogActionsProps {
  /** What the button does, as a verb: "Revoke key". */
  readonly action: string;
  readonly isPending: boolean;
  readonly onClose: () => void;
  /** Without it the button submits the form that it stands in. */
  readonly onAct?: () => void;
  readonly isDangerous?: boolean;
  readonly isDisabled?: boolean;
}

/** The end of a dialog: leave it be, or do it. What is under way is not left. */
export function DialogActions({
  action,
  isPending,
  onClose,
  onAct,
  isDangerous = false,
  isDisabled = false,
}: DialogActionsProps) {
  const t = useText();
  const way = onAct === undefined ? { type: 'submit' as const } : { onPress: onAct };
  return (
    <div className="dialog-actions">
      <Button onPress={onClose} isDisabled={isPending}>
        {t('dialog.cancel')}
      </Button>
      <Button
        {...way}
        kind={isDangerous ? 'danger' : 'main'}
        isDisabled={isDisabled}
        isPending={isPending}
      >
        {action}
      </Button>
    </div>
  );
}
