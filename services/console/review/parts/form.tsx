import { useEffect, useMemo, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Form as AriaForm } from 'react-aria-components';
import { Refusal } from '../api/problem';
import type { Translate } from '../texts';
import { Problem } from './problem';
import { useText } from './words';

interface FormProps {
  readonly children: ReactNode;
  /** Of the last try; null while there is none. */
  readonly problem: unknown;
  readonly onSubmit: (data: FormData) => void;
}

/**
 * A form whose refused fields say so themselves: what the API says of a field stands at the field of that name;
 * what names none that is here stands above the buttons.
 */
export function Form({ children, problem, onSubmit }: FormProps) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const [isUnplaced, setUnplaced] = useState(false);
  useEffect(() => {
    const fields = problem instanceof Refusal ? problem.fields : [];
    const isHere = ({ field }: { readonly field: string }): boolean =>
      placesOf(field).some(({ name }) => isNamed(form.current?.elements.namedItem(name)));
    setUnplaced(problem !== null && (fields.length === 0 || !fields.every(isHere)));
  }, [problem]);
  // The same for as long as the problem is: new ones would bring back what has been mended since.
  const messages = useMemo(
    () => (problem instanceof Refusal ? messagesOf(problem, t) : {}),
    [problem, t],
  );
  return (
    // By React, after the fields: a listener of our own would have them drawn before they know what was typed.
    <div className="form-input" onInput={judgeAgain} onClickCapture={letAskAgain}>
      <AriaForm
        ref={form}
        className="form"
        validationErrors={messages}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(new FormData(event.currentTarget));
        }}
      >
        {children}
        {isUnplaced ? <Problem cause={problem} /> : null}
      </AriaForm>
    </div>
  );
}

/**
 * What a field was refused for goes while it is mended. If it went when the field is left, as react-aria has it,
 * everything below would move up under the pointer, and the click that left the field would miss its button.
 */
function judgeAgain({ target }: SyntheticEvent): void {
  if (target instanceof Element && target.getAttribute('aria-invalid') === 'true') {
    target.dispatchEvent(new Event('change'));
  }
}

/**
 * What the API refused is no rule of one field: it may have been mended in another (`is needed with name`). A field
 * that still says it would keep the browser from submitting at all. Enter clicks the button too.
 */
function letAskAgain({ target }: SyntheticEvent): void {
  const button = target instanceof Element ? target.closest('button[type=submit]') : null;
  if (!(button instanceof HTMLButtonElement)) return;
  for (const field of button.form?.elements ?? []) {
    const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
    if (isText || field instanceof HTMLSelectElement) field.setCustomValidity('');
  }
}

function messagesOf({ fields }: Refusal, t: Translate): Record<string, string[]> {
  const messages: Record<string, string[]> = {};
  for (const { field, message } of fields) {
    for (const { name, entry } of placesOf(field)) {
      const said = entry === null ? message : t('form.entry', { number: entry, message });
      (messages[name] ??= []).push(said);
    }
  }
  return messages;
}

/** Where it may stand: at the field itself, or at the one that holds the list whose entry it is (`urls.2`). */
function placesOf(
  field: string,
): readonly { readonly name: string; readonly entry: number | null }[] {
  const [, list, index] = /^(.+?)\.(\d+)(?:\.|$)/.exec(field) ?? [];
  const itself = { name: field, entry: null };
  return list === undefined ? [itself] : [itself, { name: list, entry: Number(index) + 1 }];
}

/** Of several controls of one name the form gives a list. */
function isNamed(found: Element | RadioNodeList | null | undefined): boolean {
  return found instanceof Element || found instanceof RadioNodeList;
}

/** A form's text field, trimmed; empty where it was left out. */
export function textIn(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A form's field of several lines: each that is not empty. */
export function linesIn(data: FormData, name: string): string[] {
  return textIn(data, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What the screen itself refuses, so that it stands at its field as what the API refuses does. */
export function refusalAt(field: string, message: string): Refusal {
  const fields = [{ field, code: 'invalid', message }];
  return new Refusal({
    status: 422,
    code: 'validation_error',
    detail: message,
    requestId: '',
    fields,
    body: {},
  });
}
