import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Workflow } from './share-field';

/** A definition as it is typed, and the version that it was begun from, whatever is published meanwhile. */
interface WorkflowDraft {
  readonly begun: Workflow;
  readonly text: string;
}

type Kept = Map<Workflow['id'], WorkflowDraft>;
const context = createContext<Kept | null>(null);

/** Keeps drafts over the screens: in this tab's memory alone, as long as the same person is signed in there. */
export function KeptWorkflowDrafts({ children }: { readonly children: ReactNode }) {
  const { current } = useRef<Kept>(new Map());
  return <context.Provider value={current}>{children}</context.Provider>;
}

interface HeldDraft extends WorkflowDraft {
  /** Something is typed that no version says. */
  readonly isTyped: boolean;
  readonly write: (text: string) => void;
  /** Begins anew from the newest version. */
  readonly startOver: () => void;
}

/** The draft of a workflow: the one that was left, or a new one. A browser that is to leave the page asks first. */
export function useWorkflowDraft(workflow: Workflow): HeldDraft {
  const kept = useContext(context);
  if (kept === null) throw new Error('outside of the frame');
  const [draft, show] = useState(() => kept.get(workflow.id) ?? newDraft(workflow));
  const isTyped = draft.text !== newDraft(draft.begun).text;
  useEffect(() => {
    if (!isTyped) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isTyped]);
  return {
    ...draft,
    isTyped,
    write(text) {
      const written = { ...draft, text };
      kept.set(workflow.id, written);
      show(written);
    },
    startOver() {
      kept.delete(workflow.id);
      show(newDraft(workflow));
    },
  };
}

function newDraft(begun: Workflow): WorkflowDraft {
  return { begun, text: JSON.stringify(begun.definition, null, 2) };
}
