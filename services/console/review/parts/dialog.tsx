import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Escape and a click beside it do not close it: something would be lost. */
  readonly staysOpen?: boolean;
  readonly isWide?: boolean;
  /** Interrupts, for what has to be answered before anything else. */
  readonly isAlert?: boolean;
  readonly children: ReactNode;
}

/** Over the screen, which stays as it is; the focus goes in, stays in, and comes back. */
export function Dialog({
  title,
  isOpen,
  onClose,
  staysOpen = false,
  isWide = false,
  isAlert = false,
  children,
}: DialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      isDismissable={!staysOpen && !isAlert}
      isKeyboardDismissDisabled={staysOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="modal" data-wide={isWide || undefined}>
        <AriaDialog className="dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
