import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import { ActionPanel } from './action-panel';
import type { PanelProps } from './panel-props';
import { useDecision } from './use-decision';

export function Escalate({ view, drafts, onDraft, isReadOnly, onClose, onDone }: PanelProps) {
  const t = useText();
  const { mutate, isPending, error } = useDecision('POST /api/v1/cases/{id}/escalate', () =>
    onDone(t('decide.done.escalated')),
  );
  const reason = drafts.escalation.trim();
  return (
    <ActionPanel
      title={t('decide.escalate.title')}
      confirm={t('decide.escalate')}
      isReadOnly={isReadOnly}
      isPending={isPending}
      problem={error}
      onConfirm={() => mutate({ params: { id: view.id }, body: reason === '' ? {} : { reason } })}
      onClose={onClose}
    >
      <p>{t('decide.escalate.text')}</p>
      <TextField
        label={t('decide.escalate.reason')}
        name="reason"
        rows={3}
        maxLength={2_000}
        value={drafts.escalation}
        onChange={(escalation) => onDraft({ escalation })}
      />
    </ActionPanel>
  );
}
