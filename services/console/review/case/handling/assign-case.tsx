import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Button } from '../../parts/button';
import { Form } from '../../parts/form';
import { SelectField } from '../../parts/select-field';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import { useReviewers } from '../../terms/reviewers';
import { handledPaths, type HandledCase } from './handled-case';

/** Puts a case into somebody's hands, whoever has it now. Who may not decide it is refused by the API, in words. */
export function AssignCase({ view: { id, assignee } }: { readonly view: HandledCase }) {
  const t = useText();
  const toast = useToast();
  const { all, nameOf } = useReviewers();
  const [chosen, setChosen] = useState('');
  const { mutate, error, isPending } = useWrite('POST /api/v1/cases/{id}/assign', {
    invalidates: handledPaths,
    onDone: ({ assignee: by }) => {
      setChosen('');
      toast(t('handling.assigned', { name: by === null ? '' : nameOf(by) }));
    },
  });
  const people = all.filter(
    ({ id: one, active, role }) => active && role !== 'auditor' && one !== assignee,
  );
  return (
    <Form
      problem={error}
      onSubmit={() => {
        if (chosen !== '') mutate({ params: { id }, body: { assignee_id: chosen } });
      }}
    >
      <div className="handling-assign">
        <SelectField
          label={t('handling.assign')}
          name="assignee_id"
          value={chosen}
          options={[
            { value: '', label: t('handling.assign.choose') },
            ...people.map(({ id: value }) => ({ value, label: nameOf(value) })),
          ]}
          onChange={setChosen}
        />
        <Button type="submit" isPending={isPending} isDisabled={chosen === ''}>
          {t('handling.assign.do')}
        </Button>
      </div>
    </Form>
  );
}
