import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Button } from '../../parts/button';
import { Form } from '../../parts/form';
import { Problem } from '../../parts/problem';
import { TextField } from '../../parts/text-field';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import { PreviewedOutcome } from './outcome';
import type { CheckName, Hit } from './review';
import { usePreview } from './use-preview';
import { changedPaths } from './use-review';

interface OverrideFormProps {
  readonly caseId: string;
  readonly check: CheckName;
  readonly passed: boolean;
  /** Hits of the screening that are somebody else. */
  readonly dismissed?: readonly Pick<Hit, 'source' | 'entry_id'>[];
  /** The lease was lost: what is typed stays, and cannot be saved. */
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
}

/** A reviewer's word over an engine's: what follows is shown before it is saved. */
export function OverrideForm({ caseId, check, passed, isReadOnly, ...props }: OverrideFormProps) {
  const { dismissed, onClose } = props;
  const t = useText();
  const say = useToast();
  const [reason, setReason] = useState('');
  const preview = usePreview(caseId, { override: { check, passed } });
  const { mutate, error, isPending } = useWrite('POST /api/v1/cases/{id}/checks/{check}/override', {
    invalidates: changedPaths,
    onDone() {
      say(t('checks.override.done', { check: t(`checks.name.${check}`) }));
      onClose();
    },
  });
  const save = (): void =>
    mutate({
      params: { id: caseId, check },
      body: {
        passed,
        reason: reason.trim(),
        ...(dismissed === undefined
          ? {}
          : { dismissed: dismissed.map(({ source, entry_id }) => ({ source, entry_id })) }),
      },
    });
  return (
    <Form problem={error} onSubmit={save}>
      {preview.data === undefined ? null : <PreviewedOutcome preview={preview.data} />}
      {preview.error === null ? null : <Problem cause={preview.error} />}
      <TextField
        label={t('checks.override.reason')}
        name="reason"
        rows={2}
        isRequired
        maxLength={2_000}
        autoFocus
        value={reason}
        onChange={setReason}
      />
      {isReadOnly ? <p className="soft">{t('checks.not_yours')}</p> : null}
      <div className="row">
        <Button
          type="submit"
          kind="main"
          isPending={isPending}
          isDisabled={isReadOnly || reason.trim() === ''}
        >
          {t(passed ? 'checks.override.pass' : 'checks.override.fail')}
        </Button>
        <Button onPress={onClose}>{t('dialog.cancel')}</Button>
      </div>
    </Form>
  );
}
