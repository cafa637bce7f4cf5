import { useWrite } from '../../api/use-write';
import { Problem } from '../../parts/problem';
import { SelectField } from '../../parts/select-field';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import { handledPaths, type HandledCase } from './handled-case';

const priorities = ['urgent', 'high', 'normal', 'low'] as const;

/** The urgency by which the next case is taken. */
export function Priority({ view }: { readonly view: HandledCase }) {
  const t = useText();
  const toast = useToast();
  const { mutate, error } = useWrite('PATCH /api/v1/cases/{id}', {
    invalidates: handledPaths,
    onDone: () => toast(t('handling.saved')),
  });
  return (
    <>
      <SelectField
        label={t('handling.priority')}
        name="priority"
        value={view.priority}
        options={priorities.map((value) => ({ value, label: t(`handling.priority.${value}`) }))}
        onChange={(priority) => {
          if (priority !== view.priority) mutate({ params: { id: view.id }, body: { priority } });
        }}
      />
      {error === null ? null : <Problem cause={error} />}
    </>
  );
}
