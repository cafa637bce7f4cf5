import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components';
import { Refusal } from '../api/problem';
import { Problem } from './problem';

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
  const form = useRef<HTMLFormElement>(null);
  const [isUnplaced, setUnplaced] = useState(false);
  useEffect(() => {
    const fields = problem instanceof Refusal ? problem.fields : [];
    const isHere = ({ field }: { readonly field: string }): boolean =>
      form.current?.elements.namedItem(field) instanceof Element;
    setUnplaced(problem !== null && (fields.length === 0 || !fields.every(isHere)));
  }, [problem]);
  return (
    <AriaForm
      ref={form}
      className="form"
      validationErrors={problem instanceof Refusal ? messagesOf(problem) : {}}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(new FormData(event.currentTarget));
      }}
    >
      {children}
      {isUnplaced ? <Problem cause={problem} /> : null}
    </AriaForm>
  );
}

function messagesOf({ fields }: Refusal): Record<string, string[]> {
  const messages: Record<string, string[]> = {};
  for (const { field, message } of fields) (messages[field] ??= []).push(message);
  return messages;
}

/** A form's text field, trimmed; empty where it was left out. */
export function textIn(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
