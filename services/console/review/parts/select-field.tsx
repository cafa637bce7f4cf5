import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';

export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly name?: string;
  readonly isDisabled?: boolean;
  /** Its name stands within it, as filters have it. */
  readonly isInline?: boolean;
}

/** One of a few. */
export function SelectField<Value extends string>({
  label,
  options,
  value,
  onChange,
  isInline = false,
  ...props
}: SelectFieldProps<Value>) {
  return (
    <Select
      {...props}
      className="field select"
      data-inline={isInline || undefined}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      <Label>{label}</Label>
      <Button className="input select-button">
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <svg className="chevron" viewBox="0 0 16 16" aria-hidden="true">
          <path d="m4 6 4 4 4-4" />
        </svg>
      </Button>
      <FieldError className="field-error" />
      <Popover className="popover">
        <ListBox className="options">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              className="option"
              textValue={option.label}
            >
              <span>{option.label}</span>
              {option.hint === undefined ? null : <span className="hint">{option.hint}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
