import {
  CheckboxField,
  CheckboxGroup as AriaGroup,
  FieldError,
  Label,
} from 'react-aria-components';
import { CheckboxMark } from './checkbox';
import type { Option } from './select-field';

interface CheckboxGroupProps<Value extends string> {
  readonly label: string;
  readonly name: string;
  readonly options: readonly Option<Value>[];
  readonly value: readonly Value[];
  readonly onChange: (value: readonly Value[]) => void;
}

/** Any of a few. */
export function CheckboxGroup<Value extends string>({
  label,
  name,
  options,
  value,
  onChange,
}: CheckboxGroupProps<Value>) {
  return (
    <AriaGroup
      className="field"
      name={name}
      value={[...value]}
      onChange={(chosen) =>
        onChange(options.map((option) => option.value).filter((one) => chosen.includes(one)))
      }
    >
      <Label>{label}</Label>
      <div className="checkboxes">
        {options.map((option) => (
          <CheckboxField key={option.value} value={option.value}>
            <CheckboxMark>{option.label}</CheckboxMark>
          </CheckboxField>
        ))}
      </div>
      <FieldError className="field-error" />
    </AriaGroup>
  );
}
