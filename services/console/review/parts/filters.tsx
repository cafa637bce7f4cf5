import { useEffect, useState, type ReactNode } from 'react';
import { useSearchPatch } from '../address/search-params';
import { Button } from './button';
import { SelectField, type Option } from './select-field';
import { TextField } from './text-field';
import { useText } from './words';

const typedForMs = 300;

interface FiltersProps {
  /** How many are set; undefined: they are few, and always shown. */
  readonly count?: number;
  readonly children: ReactNode;
}

/**
 * Above a list. What they say stands in the address: a link to it shows the same list. On a narrow screen they
 * wait behind a button: what is listed comes first.
 */
export function Filters({ count, children }: FiltersProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const fields = (
    <div className="filters" role="search" aria-label={t('filters.name')}>
      {children}
    </div>
  );
  if (count === undefined) return fields;
  return (
    <div className="folding" data-open={isOpen || undefined}>
      <div className="folding-button">
        <Button isSmall aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen
            ? t('filters.hide')
            : count === 0
              ? t('filters.name')
              : t('filters.set', { count })}
        </Button>
      </div>
      {fields}
    </div>
  );
}

/** How many of an address's parameters narrow its list; a page further does not. */
export function countSet(search: Readonly<Record<string, unknown>>): number {
  return Object.entries(search).filter(([name, value]) => name !== 'after' && value !== undefined)
    .length;
}

interface FilterProps {
  /** Of the search parameter. */
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
}

interface SelectFilterProps extends FilterProps {
  readonly options: readonly Option[];
  /** What the choice of none is called. */
  readonly any: string;
}

export function SelectFilter({ name, label, value = '', options, any }: SelectFilterProps) {
  const patch = useSearchPatch();
  return (
    <SelectField
      isInline
      label={label}
      value={value}
      options={[{ value: '', label: any }, ...options]}
      onChange={(chosen) => patch({ [name]: chosen })}
    />
  );
}

export function TextFilter(props: FilterProps) {
  return <TypedFilter {...props} type="search" />;
}

/** A day, by the browser's own field. */
export function DateFilter(props: FilterProps) {
  return <TypedFilter {...props} type="date" />;
}

/** Looks when the typing has paused. */
function TypedFilter({
  name,
  label,
  value = '',
  type,
}: FilterProps & { readonly type: 'search' | 'date' }) {
  const patch = useSearchPatch();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => patch({ [name]: typed.trim() }), typedForMs);
    return () => clearTimeout(timer);
  }, [name, patch, typed, value]);
  return <TextField label={label} value={typed} onChange={setTyped} type={type} />;
}

/** A calendar day. It counts when it is whole, or gone. */
export function DayFilter({ name, label, value = '' }: FilterProps) {
  const patch = useSearchPatch();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const change = (day: string): void => {
    setTyped(day);
    if (day === '' || isDay(day)) patch({ [name]: day });
  };
  return <TextField label={label} value={typed} onChange={change} type="date" />;
}

/** A year that is still being typed begins with zeros. */
function isDay(text: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text);
}
