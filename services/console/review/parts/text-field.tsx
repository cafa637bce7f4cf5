import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaProps,
} from 'react-aria-components';

interface TextFieldProps extends Omit<AriaProps, 'children' | 'className' | 'style'> {
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  /** Lines; without it there is one. */
  readonly rows?: number;
  /** For keys, addresses and codes. */
  readonly isCode?: boolean;
}

/** One field with its name above, its hint, and below it why it was refused. */
export function TextField({
  label,
  hint,
  placeholder,
  rows,
  isCode = false,
  ...props
}: TextFieldProps) {
  const shown = {
    className: 'input',
    'data-code': isCode || undefined,
    ...(placeholder === undefined ? {} : { placeholder }),
  };
  return (
    <AriaTextField {...props} className="field">
      <Label>{label}</Label>
      {rows === undefined ? <Input {...shown} /> : <TextArea {...shown} rows={rows} />}
      {hint === undefined ? null : (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error" />
    </AriaTextField>
  );
}
