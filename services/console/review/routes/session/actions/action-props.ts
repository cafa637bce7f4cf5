import type { AnswerOf } from '../../../../../client/src/route-types';

type Session = AnswerOf<'GET /api/v1/sessions/{id}'>;

/** One of the dialogs over a session. */
export interface ActionProps {
  readonly session: Session;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}
