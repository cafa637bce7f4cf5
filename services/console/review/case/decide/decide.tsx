import { useState, type ComponentType } from 'react';
import { Button } from '../../parts/button';
import { useShortcut } from '../../parts/shortcut';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import type { CaseView } from '../lease/case-view';
import { Approve } from './approve';
import { AskAgain } from './ask-again';
import { actions, noDrafts, type Action, type Drafts } from './drafts';
import { Escalate } from './escalate';
import { Note } from './note';
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
  const [drafts, setDrafts] = useState<Drafts>(noDrafts);
  const Panel = open === null ? null : panels[open];
  const close = (): void => setOpen(null);
  return (
    <section className="panel decide" aria-labelledby="decide-heading">
      <h2 id="decide-heading">{t('decide.heading')}</h2>
      <div className="decide-actions" role="group" aria-labelledby="decide-heading">
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
          onDraft={(patch) => setDrafts((before) => ({ ...before, ...patch }))}
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
