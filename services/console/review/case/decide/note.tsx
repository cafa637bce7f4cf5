import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import { ActionPanel } from './action-panel';
import type { PanelProps } from './panel-props';
import { useDecision } from './use-decision';

/** A note needs no claim: whoever may decide cases may add to any that is not erased. */
export function Note({ view, drafts, onDraft, onClose, onDone }: PanelProps) {
  const t = useText();
  const { mutate, isPending, error } = useDecision('POST /api/v1/cases/{id}/notes', () => {
    onDraft({ note: '' });
    onDone(t('decide.note.done'));
  });
  const text = drafts.note.trim();
  return (
    <ActionPanel
      title={t('decide.note.title')}
      confirm={t('decide.note')}
      isReadOnly={text === ''}
      isPending={isPending}
      problem={error}
      onConfirm={() => mutate({ params: { id: view.id }, body: { text } })}
      onClose={onClose}
    >
      <TextField
        label={t('decide.note.text')}
        hint={t('decide.note.hint')}
        name="text"
        rows={4}
        maxLength={4_000}
        autoFocus
        value={drafts.note}
        onChange={(note) => onDraft({ note })}
      />
    </ActionPanel>
  );
}
