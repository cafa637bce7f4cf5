import type { AskedField } from '../server/capture-state';
import type { FieldRefusal } from '../server/refusal';
import type { TextKey } from '../texts';
import { dayOf, partsOf } from './date-fields';
import { fieldForm } from './field-forms';

/** What was typed so far, by field; a date as `YYYY-MM-DD`, its parts joined as they stand. */
export type Answers = Readonly<Record<string, string>>;
/** What is wrong with a field. */
export type AnswerProblems = Readonly<Record<string, TextKey>>;

/** What can be told without the server: what is empty, and what is no day. It judges all the rest. */
export function problemsOf(fields: readonly AskedField[], answers: Answers): AnswerProblems {
  const problems: Record<string, TextKey> = {};
  for (const { field, required } of fields) {
    const value = (answers[field] ?? '').trim();
    const isDate = fieldForm(field).kind === 'date';
    const isEmpty = isDate ? /^-*$/.test(value) : value === '';
    if (isEmpty && required) problems[field] = 'info.error.required';
    else if (!isEmpty && isDate && dayOf(partsOf(value)) === null) {
      problems[field] = 'info.error.date';
    }
  }
  return problems;
}

/** What is sent: what was filled in, days in the server's form. */
export function filledIn(fields: readonly AskedField[], answers: Answers): Answers {
  const filled: Record<string, string> = {};
  for (const { field } of fields) {
    const value = (answers[field] ?? '').trim();
    const sent = fieldForm(field).kind === 'date' ? (dayOf(partsOf(value)) ?? '') : value;
    if (sent !== '') filled[field] = sent;
  }
  return filled;
}

/** The server's refusals in the person's words, each at its field. */
export function refusedAnswers(refusals: readonly FieldRefusal[]): AnswerProblems {
  return Object.fromEntries(refusals.map(({ field, code }) => [field, problemKey(field, code)]));
}

function problemKey(field: string, code: string): TextKey {
  if (code === 'required') return 'info.error.required';
  if (code === 'too_big') return 'info.error.long';
  const { kind } = fieldForm(field);
  switch (kind) {
    case 'date':
    case 'email':
    case 'phone':
      return `info.error.${kind}`;
    case 'text':
    case 'country':
    case 'sex':
      return 'info.error.other';
  }
}
