import type { CaseView } from '../lease/case-view';
import type { Drafts } from '../kept/drafts';

/** What each of the panels is given. */
export interface PanelProps {
  readonly view: CaseView;
  readonly drafts: Drafts;
  readonly onDraft: (patch: Partial<Drafts>) => void;
  /** The case is not one's own now. */
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
  /** It was done: says so, and puts the panel away. */
  readonly onDone: (said: string) => void;
}
