import { useEffect, useState, type ReactNode } from 'react';
import { useSearchPatch } from '../address/search-params';
import { SelectField, type Option } from './select-field';
import { TextField } from './text-field';
import { useText } from './words';

const typedForMs = 300;

/** Above a list. What they say stands in the address: a link to it shows the same list. */
export function Filters({ children }: { readonly children: ReactNode }) {
  const t = useText();
  return (
    <div className="filters" role="search" aria-label={t('filters.name')}>
      {children}
    </div>
  );
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
