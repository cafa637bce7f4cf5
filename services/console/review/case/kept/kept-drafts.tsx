import { createContext, useContext, useRef, useState, type ReactNode } from 'react';
import type { Typed } from '../corrected/correction';
import { noDrafts, type Drafts } from './drafts';

/** All that somebody has typed about one case and not sent. */
export interface CaseDraft {
  readonly drafts: Drafts;
  /** A correction that is open, as far as it is typed. */
  readonly typed: Typed | null;
  readonly correctionReason: string;
}

const nothing: CaseDraft = { drafts: noDrafts, typed: null, correctionReason: '' };

type Kept = Map<string, CaseDraft>;
const context = createContext<Kept | null>(null);

/** Keeps drafts over the screens: in this tab's memory alone, as long as the same person is signed in there. */
export function KeptDrafts({ children }: { readonly children: ReactNode }) {
  const { current } = useRef<Kept>(new Map());
  return <context.Provider value={current}>{children}</context.Provider>;
}

/** One part of what was typed about a case; it is there again when the case is opened again. */
export function useKeptDraft<Part extends keyof CaseDraft>(
  caseId: string,
  part: Part,
): readonly [CaseDraft[Part], (change: (before: CaseDraft[Part]) => CaseDraft[Part]) => void] {
  const kept = useContext(context);
  if (kept === null) throw new Error('outside of the frame');
  const [shown, show] = useState<CaseDraft[Part]>(() => (kept.get(caseId) ?? nothing)[part]);
  return [
    shown,
    (change) => {
      // Of what is kept, not of what was shown: an answer may come behind what was typed meanwhile.
      const before = kept.get(caseId) ?? nothing;
      const value = change(before[part]);
      kept.set(caseId, { ...before, [part]: value });
      show(() => value);
    },
  ];
}
