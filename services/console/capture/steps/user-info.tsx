import { useEffect, useRef, useState } from 'preact/hooks';
import { filledIn, problemsOf, refusedAnswers, type AnswerProblems } from '../flow/answers';
import { fieldForm, nameAsLabel } from '../flow/field-forms';
import { AnswerField } from '../parts/answer-field';
import { Button } from '../parts/button';
import { Step } from '../parts/step';
import { Refusal } from '../server/refusal';
import type { StepProps } from '../step-props';

interface UserInfoShape extends StepProps {
  /** What was typed, kept in this page's memory alone: a look back at another step loses nothing. */
  readonly drafts: Map<string, string>;
}

/** What the workflow asks the person to type. */
export function UserInfoStep(step: UserInfoShape) {
  const { t, api, state, language, next, trouble, signals, drafts, say } = step;
  const [answers, setAnswers] = useState(() => Object.fromEntries(drafts));
  const [problems, setProblems] = useState<AnswerProblems>({});
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const fields = state.userInfo;
  const wrong = fields.filter(({ field }) => problems[field] !== undefined);
  useEffect(() => {
    if (wrong.length === 0) return;
    say(t('info.problems', { count: wrong.length }));
    form.current?.querySelector<HTMLElement>('.wrong input, .wrong select')?.focus();
  }, [problems]);
  const send = (): void => {
    if (busy) return;
    const found = problemsOf(fields, answers);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    api
      .userInfo(filledIn(fields, answers))
      .then(next)
      .catch((cause: unknown) => {
        const isOurs = cause instanceof Refusal && cause.fields.length > 0;
        if (isOurs) setProblems(refusedAnswers(cause.fields));
        else trouble(cause);
      })
      .finally(() => setBusy(false));
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Step
        title={t('info.title')}
        text={t('info.text')}
        actions={
          <Button look="primary" busy={busy} onClick={send}>
            {t('info.go')}
          </Button>
        }
      >
        {fields.map(({ field, required }) => {
          const { label } = fieldForm(field);
          const named = label === null ? nameAsLabel(field) : t(label);
          const problem = problems[field];
          return (
            <AnswerField
              key={field}
              t={t}
              language={language}
              field={field}
              label={required ? named : t('info.optional', { label: named })}
              value={answers[field] ?? ''}
              error={problem === undefined ? undefined : t(problem)}
              onPaste={() => signals.pasted(field)}
              onValue={(value) => {
                drafts.set(field, value);
                setAnswers((before) => ({ ...before, [field]: value }));
              }}
            />
          );
        })}
        {/* Enter in a field sends, as everywhere; the button that is seen says so. */}
        <input type="submit" hidden />
      </Step>
    </form>
  );
}
