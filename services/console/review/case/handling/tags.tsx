import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Button } from '../../parts/button';
import { Form } from '../../parts/form';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import { handledPaths, type HandledCase } from './handled-case';

/** The reviewers' own codes of a case, by which a queue is filtered. */
export function Tags({ view: { id, tags } }: { readonly view: HandledCase }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const { mutate, error, isPending } = useWrite('PATCH /api/v1/cases/{id}', {
    invalidates: handledPaths,
    onDone: () => setTyped(''),
  });
  const save = (wanted: readonly string[]): void =>
    mutate({ params: { id }, body: { tags: [...wanted] } });
  const added = typed.trim().toLowerCase();
  return (
    <Form
      problem={error}
      onSubmit={() => {
        if (added !== '') save([...tags, added]);
      }}
    >
      <div className="handling-tags">
        <TextField
          isCode
          label={t('handling.tags')}
          hint={t('handling.tags.hint')}
          name="tags"
          maxLength={40}
          value={typed}
          onChange={setTyped}
        />
        <Button type="submit" isPending={isPending} isDisabled={added === ''}>
          {t('handling.tags.add')}
        </Button>
      </div>
      {tags.length === 0 ? null : (
        <ul className="row" aria-label={t('handling.tags')}>
          {tags.map((tag) => (
            <li key={tag}>
              <Button
                isSmall
                aria-label={t('handling.tags.remove', { tag })}
                onPress={() => save(tags.filter((one) => one !== tag))}
              >
                {tag} <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Form>
  );
}
