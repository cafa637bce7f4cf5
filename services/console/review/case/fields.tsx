import { useWrite } from '../api/use-write';
import { Unanswered } from '../parts/answered';
import { Button } from '../parts/button';
import { Form } from '../parts/form';
import { Problem } from '../parts/problem';
import { TextField } from '../parts/text-field';
import { useToast } from '../parts/toast';
import { useText } from '../parts/words';
import { useMay } from '../session/me';
import { correctionOf } from './corrected/correction';
import { FieldRow } from './corrected/field-row';
import { useKeptDraft } from './kept/kept-drafts';
import { PreviewedOutcome } from './judged/outcome';
import type { Review } from './judged/review';
import { usePreview } from './judged/use-preview';
import { changedPaths, useReview } from './judged/use-review';

interface CaseFieldsProps {
  readonly caseId: string;
  readonly sessionId: string;
  readonly isReadOnly: boolean;
}

/** What was read of the document, and its correction. */
export function CaseFields({ caseId, isReadOnly }: CaseFieldsProps) {
  const t = useText();
  const read = useReview(caseId);
  const { data } = read;
  return (
    <section className="panel" aria-labelledby="case-fields">
      <h2 id="case-fields">{t('fields.title')}</h2>
      {data === undefined ? <Unanswered read={read} /> : null}
      {data?.fields === null ? <p className="soft">{t('fields.gone')}</p> : null}
      {data?.fields?.length === 0 ? <p className="soft">{t('fields.none')}</p> : null}
      {data === undefined || data.fields === null || data.fields.length === 0 ? null : (
        <Correctable caseId={caseId} review={data} fields={data.fields} isReadOnly={isReadOnly} />
      )}
    </section>
  );
}

interface CorrectableProps {
  readonly caseId: string;
  readonly review: Review;
  readonly fields: NonNullable<Review['fields']>;
  readonly isReadOnly: boolean;
}

function Correctable({ caseId, review, fields, isReadOnly }: CorrectableProps) {
  const t = useText();
  const say = useToast();
  const mayCorrect = useMay('cases:decide');
  const [open, keep] = useKeptDraft(caseId, 'typed');
  const isEditing = open !== null;
  const typed = open ?? {};
  const [reason, keepReason] = useKeptDraft(caseId, 'correctionReason');
  const correction = correctionOf(fields, typed);
  const preview = usePreview(caseId, correction === null ? null : { fields: correction });
  const close = (): void => {
    keep(() => null);
    keepReason(() => '');
  };
  const { mutate, error, isPending, reset } = useWrite('PUT /api/v1/cases/{id}/extracted-data', {
    invalidates: changedPaths,
    onDone() {
      say(t('fields.saved'));
      close();
    },
  });
  const save = (): void => {
    if (correction === null) return;
    mutate({ params: { id: caseId }, body: { fields: correction, reason: reason.trim() } });
  };
  return (
    <Form problem={error} onSubmit={save}>
      <table className="read-fields">
        <thead>
          <tr>
            <th scope="col">{t('fields.field')}</th>
            <th scope="col">{t('fields.value')}</th>
            <th scope="col">{t('fields.source')}</th>
            <th scope="col">{t('fields.confidence')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((read) => (
            <FieldRow
              key={read.field}
              read={read}
              stated={(review.stated ?? []).filter(({ field }) => field === read.field)}
              typed={typed[read.field]}
              isEditing={isEditing}
              onType={(value) => {
                reset();
                keep((before) => ({ ...before, [read.field]: value }));
              }}
            />
          ))}
        </tbody>
      </table>
      {correction !== null && preview.data !== undefined ? (
        <PreviewedOutcome preview={preview.data} />
      ) : null}
      {correction !== null && preview.error !== null ? <Problem cause={preview.error} /> : null}
      {correction === null ? null : (
        <TextField
          label={t('fields.reason')}
          name="reason"
          rows={2}
          isRequired
          maxLength={2_000}
          value={reason}
          onChange={(value) => keepReason(() => value)}
        />
      )}
      {isEditing && isReadOnly ? <p className="soft">{t('checks.not_yours')}</p> : null}
      {isEditing ? (
        <div className="row">
          <Button
            type="submit"
            kind="main"
            isPending={isPending}
            isDisabled={isReadOnly || correction === null || reason.trim() === ''}
          >
            {t('fields.save')}
          </Button>
          <Button onPress={close}>{t('dialog.cancel')}</Button>
        </div>
      ) : null}
      {!isEditing && mayCorrect && !isReadOnly ? (
        <div className="row">
          <Button onPress={() => keep(() => ({}))}>{t('fields.correct')}</Button>
        </div>
      ) : null}
    </Form>
  );
}
