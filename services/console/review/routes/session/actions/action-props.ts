import type { Session } from '../session-of-screen';

/** One of the dialogs over a session. */
export interface ActionProps {
  readonly session: Session;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}
