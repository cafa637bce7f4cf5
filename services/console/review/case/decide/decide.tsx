import { useRef, useState, type ComponentType } from 'react';
import { Button } from '../../parts/button';
import { useShortcut } from '../../parts/shortcut';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import type { CaseView } from '../lease/case-view';
import { Approve } from './approve';
import { AskAgain } from './ask-again';
import { actions, type Action } from '../kept/drafts';
import { Escalate } from './escalate';
import { Note } from './note';
import { useKeptDraft } from '../kept/kept-drafts';
import type { PanelProps } from './panel-props';
import { Reject } from './reject';

const keys: Readonly<Record<Action, string>> = {
  approve: 'A',
  reject: 'J',
  resubmit: 'S',
  escalate: 'E',
  note: 'M',
};
const panels: Readonly<Record<Action, ComponentType<PanelProps>>> = {
  approve: Approve,
  reject: Reject,
  resubmit: AskAgain,
  escalate: Escalate,
  note: Note,
};

interface DecideProps {
  readonly view: CaseView;
  readonly isReadOnly: boolean;
}

/** What can be done with a case: one key opens it, a second one does it. */
export function Decide({ view, isReadOnly }: DecideProps) {
  const t = useText();
  const toast = useToast();
  const [open, setOpen] = useState<Action | null>(null);
  const [drafts, keep] = useKeptDraft(view.id, 'drafts');
  const actionsRow = useRef<HTMLDivElement>(null);
  const Panel = open === null ? null : panels[open];
  const close = (): void => {
    const focused = document.activeElement;
    setOpen(null);
    // What had the focus goes: keys, and whoever listens, go on from here.
    if (focused === document.body || focused?.closest('.decide-panel') != null) {
      actionsRow.current?.focus({ preventScroll: true });
    }
  };
  return (
    <section className="panel decide" aria-labelledby="decide-heading">
      <h2 id="decide-heading">{t('decide.heading')}</h2>
      <div
        ref={actionsRow}
        className="decide-actions"
        role="group"
        aria-labelledby="decide-heading"
        tabIndex={-1}
      >
        {actions.map((action) => (
          <ActionButton
            key={action}
            action={action}
            isOpen={open === action}
            isDisabled={isReadOnly && action !== 'note'}
            onOpen={() => setOpen(action)}
          />
        ))}
      </div>
      {Panel === null ? null : (
        <Panel
          key={open}
          view={view}
          drafts={drafts}
          onDraft={(patch) => keep((before) => ({ ...before, ...patch }))}
          isReadOnly={isReadOnly}
          onClose={close}
          onDone={(said) => {
            toast(said);
            close();
          }}
        />
      )}
    </section>
  );
}

interface ActionButtonProps {
  readonly action: Action;
  readonly isOpen: boolean;
  readonly isDisabled: boolean;
  readonly onOpen: () => void;
}

function ActionButton({ action, isOpen, isDisabled, onOpen }: ActionButtonProps) {
  const t = useText();
  const label = t(`decide.${action}`);
  useShortcut(isDisabled ? null : { keys: keys[action], label, run: onOpen });
  return (
    <Button aria-expanded={isOpen} isDisabled={isDisabled} onPress={onOpen}>
      {label} <kbd aria-hidden="true">{keys[action]}</kbd>
    </Button>
  );
}
