import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { TargetedKeyboardEvent } from 'preact';
import { countryCodes } from '../../shared/country-codes';
import { findCountries, namedCountries, type NamedCountry } from '../flow/country-search';
import type { Translate } from '../texts';

interface PickerShape {
  readonly t: Translate;
  readonly language: string;
  readonly label: string;
  /** Alpha-2; null while none is chosen. */
  readonly value: string | null;
  readonly onChoose: (code: string | null) => void;
  readonly error?: string | undefined;
  readonly autocomplete?: string;
  readonly name?: string;
}

/**
 * A list that is searched by typing: an editable combobox with a list of options (WAI-ARIA Authoring Practices,
 * "Combobox"). The focus stays in the field; arrows move through the list, Enter chooses, Escape closes.
 */
export function CountryPicker(shape: PickerShape) {
  const { t, language, label, value, onChoose, error } = shape;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const all = useMemo(() => namedCountries(countryCodes, language), [language]);
  const chosen = all.find(({ code }) => code === value) ?? null;
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const found = typed === null ? all : findCountries(all, typed);
  const isOpen = typed !== null;
  const choose = (country: NamedCountry): void => {
    onChoose(country.code);
    setTyped(null);
  };
  const close = (): void => {
    const [only] = found;
    // Typed in full, or down to one: that is a choice, too.
    if (typed !== null && typed !== '' && only !== undefined && found.length === 1) choose(only);
    else setTyped(null);
  };
  const move = (by: number): void => {
    const index = Math.min(Math.max(active + by, 0), found.length - 1);
    setActive(index);
    document.getElementById(`${id}-${String(index)}`)?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const at = found[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (isOpen) move(event.key === 'ArrowDown' ? 1 : -1);
      else open();
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      if (at !== undefined) choose(at);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setTyped(null);
    }
  };
  const open = (): void => {
    setTyped('');
    setActive(0);
    field.current?.select();
  };
  const describedBy = error === undefined ? `${id}-hint` : `${id}-error ${id}-hint`;
  return (
    <div class={`field combobox${error === undefined ? '' : ' wrong'}`}>
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        name={shape.name}
        type="text"
        role="combobox"
        autocomplete={shape.autocomplete ?? 'off'}
        aria-autocomplete="list"
        aria-expanded={isOpen && found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && found.length > 0 ? `${id}-${String(active)}` : undefined}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy}
        spellcheck={false}
        value={typed === null || (typed === '' && chosen !== null) ? (chosen?.name ?? '') : typed}
        onClick={() => {
          if (!isOpen) open();
        }}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={press}
        onBlur={close}
      />
      {error !== undefined && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <p class="hint" id={`${id}-hint`} role="status">
        {!isOpen || typed === ''
          ? t('choice.country_hint')
          : found.length === 0
            ? t('choice.country_none')
            : t('choice.country_found', { count: found.length })}
      </p>
      <ul
        id={`${id}-list`}
        role="listbox"
        // Browsers let Tab stop at what scrolls: it would close under the focus.
        tabIndex={-1}
        aria-label={label}
        hidden={!isOpen || found.length === 0}
      >
        {isOpen &&
          found.map((country, index) => (
            <li
              key={country.code}
              id={`${id}-${String(index)}`}
              role="option"
              aria-selected={index === active}
              // Before the field loses the focus, which would close the list under the pointer.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(country)}
            >
              {country.name}
            </li>
          ))}
      </ul>
    </div>
  );
}
