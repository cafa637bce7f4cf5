import type { User } from './user';

/** Of every dialog about one person. */
export interface PersonDialogProps {
  readonly user: User;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}
