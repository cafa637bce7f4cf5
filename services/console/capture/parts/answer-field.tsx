import { useId } from 'preact/hooks';
import {
  partsOf,
  datePartsOrder,
  regionalTag,
  type DatePart,
  type DateParts,
} from '../flow/date-fields';
import { fieldForm } from '../flow/field-forms';
import type { Translate } from '../texts';
import { CountryPicker } from './country-picker';

export interface AnswerShape {
  readonly t: Translate;
  readonly language: string;
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onValue: (value: string) => void;
  readonly onPaste: () => void;
}

/** One answer of the person's, in the form that its kind is typed in. */
export function AnswerField(shape: AnswerShape) {
  const { t, language, field, label, value, error, onValue } = shape;
  const { kind, autocomplete } = fieldForm(field);
  switch (kind) {
    case 'date':
      return <DateAnswer {...shape} />;
    case 'sex':
      return <SexAnswer {...shape} />;
    case 'country':
      return (
        <CountryPicker
          t={t}
          language={language}
          label={label}
          value={value === '' ? null : value}
          onChoose={(code) => onValue(code ?? '')}
          error={error}
          autocomplete={autocomplete}
          name={field}
        />
      );
    case 'text':
    case 'email':
    case 'phone':
      return <LineAnswer {...shape} />;
  }
}

/** Which keyboard a phone shows. */
const keyboards = {
  email: { type: 'email', inputMode: 'email' },
  phone: { type: 'tel', inputMode: 'tel' },
  text: { type: 'text', inputMode: 'text' },
} as const;

function LineAnswer({ t, field, label, value, error, onValue, onPaste }: AnswerShape) {
  const id = useId();
  const { kind, autocomplete } = fieldForm(field);
  const isPhone = kind === 'phone';
  return (
    <div class={`field${error === undefined ? '' : ' wrong'}`}>
      <label for={id}>{label}</label>
      <input
        id={id}
        name={field}
        {...keyboards[kind === 'email' || kind === 'phone' ? kind : 'text']}
        // Numbers and addresses run left to right in every language.
        dir={kind === 'text' ? 'auto' : 'ltr'}
        autocomplete={autocomplete}
        maxLength={kind === 'email' ? 320 : 255}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error${isPhone ? ` ${id}-hint` : ''}`}
        onInput={(event) => onValue(event.currentTarget.value)}
        onPaste={onPaste}
      />
      <Problem id={`${id}-error`} error={error} />
      {isPhone && (
        <p class="hint" id={`${id}-hint`}>
          {t('info.phone_hint')}
        </p>
      )}
    </div>
  );
}

/** Three fields, in the order in which the language writes a date: none has to page through eighty years. */
function DateAnswer({ t, language, field, label, value, error, onValue, onPaste }: AnswerShape) {
  const id = useId();
  const parts = partsOf(value);
  const isBirth = fieldForm(field).autocomplete === 'bday';
  const set = (part: DatePart, text: string): void => {
    const typed: DateParts = { ...parts, [part]: text.replaceAll('-', '') };
    const { year, month, day } = typed;
    onValue(`${year}-${month}-${day}`);
  };
  return (
    <fieldset
      class={`field date${error === undefined ? '' : ' wrong'}`}
      aria-describedby={`${id}-error`}
    >
      <legend>{label}</legend>
      <div class="date-parts">
        {datePartsOrder(regionalTag(language, navigator.languages)).map((part) => (
          <label key={part} class={part}>
            {t(`info.${part}`)}
            <input
              type="text"
              name={`${field}_${part}`}
              inputMode="numeric"
              dir="ltr"
              autocomplete={isBirth ? `bday-${part}` : 'off'}
              maxLength={part === 'year' ? 4 : 2}
              value={parts[part]}
              aria-invalid={error !== undefined}
              onInput={(event) => set(part, event.currentTarget.value)}
              onPaste={onPaste}
            />
          </label>
        ))}
      </div>
      <Problem id={`${id}-error`} error={error} />
    </fieldset>
  );
}

const sexes = ['female', 'male', 'unspecified'] as const;

function SexAnswer({ t, field, label, value, error, onValue }: AnswerShape) {
  const id = useId();
  return (
    <div class={`field${error === undefined ? '' : ' wrong'}`}>
      <label for={id}>{label}</label>
      <select
        id={id}
        name={field}
        autocomplete="sex"
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        <option value="">{t('info.choose')}</option>
        {sexes.map((sex) => (
          <option key={sex} value={sex}>
            {t(`info.${sex}`)}
          </option>
        ))}
      </select>
      <Problem id={`${id}-error`} error={error} />
    </div>
  );
}

function Problem({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  return (
    <p class="error" id={id}>
      {error}
    </p>
  );
}
