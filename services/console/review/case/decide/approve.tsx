import { useText } from '../../parts/words';
import { ActionPanel } from './action-panel';
import { SecondOpinion } from './second-opinion';
import type { PanelProps } from './panel-props';
import { saidOf } from './said';
import { useDecision } from './use-decision';

export function Approve({ view, isReadOnly, onClose, onDone }: PanelProps) {
  const t = useText();
  const { mutate, isPending, error } = useDecision('POST /api/v1/cases/{id}/approve', (decided) =>
    onDone(saidOf(decided, t)),
  );
  return (
    <ActionPanel
      title={t('decide.approve.title')}
      confirm={t('decide.approve')}
      isReadOnly={isReadOnly}
      isPending={isPending}
      problem={error}
      onConfirm={() => mutate({ params: { id: view.id }, body: {} })}
      onClose={onClose}
    >
      <SecondOpinion view={view} />
      <p>{t('decide.approve.text')}</p>
    </ActionPanel>
  );
}
