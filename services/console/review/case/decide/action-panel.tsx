import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../parts/button';
import { Form } from '../../parts/form';
import { useShortcut } from '../../parts/shortcut';
import { useText } from '../../parts/words';

interface ActionPanelProps {
  readonly title: string;
  /** What the second key does, as a verb. */
  readonly confirm: string;
  readonly isDangerous?: boolean;
  /** Nothing can be sent now; what was typed stays. */
  readonly isReadOnly: boolean;
  readonly isPending: boolean;
  readonly problem: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * What one of the keys opened. Enter does it: anywhere outside of a field, in fields of one line, and with Ctrl in
 * those of several. Escape puts it away with what was typed.
 */
export function ActionPanel({
  title,
  confirm,
  isDangerous = false,
  isReadOnly,
  isPending,
  problem,
  onConfirm,
  onClose,
  children,
}: ActionPanelProps) {
  const t = useText();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // A field that took the focus keeps it: what is typed next must not be taken for keys.
    if (panel.current?.contains(document.activeElement) === false) panel.current.focus();
  }, []);
  const submit = (): void => {
    if (!isReadOnly && !isPending) onConfirm();
  };
  useShortcut({ keys: 'Enter', label: confirm, run: submit });
  useShortcut({ keys: 'Escape', label: t('decide.close'), run: onClose });
  return (
    <section
      ref={panel}
      className="decide-panel"
      aria-labelledby="decide-title"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          onClose();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          submit();
        }
      }}
    >
      <h3 id="decide-title">{title}</h3>
      <Form problem={problem} onSubmit={submit}>
        {children}
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('decide.close')}</Button>
          <Button
            type="submit"
            kind={isDangerous ? 'danger' : 'main'}
            isDisabled={isReadOnly}
            isPending={isPending}
          >
            {confirm} <kbd aria-hidden="true">⏎</kbd>
          </Button>
        </div>
      </Form>
    </section>
  );
}
