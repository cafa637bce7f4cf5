import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';

interface CheckboxProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly name?: string;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/** Yes or no, sent with its form; what takes effect at once is a switch. */
export function Checkbox({ children, ...props }: CheckboxProps) {
  return (
    <CheckboxField {...props}>
      <CheckboxMark>{children}</CheckboxMark>
    </CheckboxField>
  );
}

/** Its box and its words, of one alone and of one in a group. */
export function CheckboxMark({ children }: Pick<CheckboxProps, 'children'>) {
  return (
    <CheckboxButton className="checkbox">
      <span className="checkbox-box" aria-hidden="true">
        <svg viewBox="0 0 16 16">
          <path d="m3.5 8.5 3 3 6-7" />
        </svg>
      </span>
      <span>{children}</span>
    </CheckboxButton>
  );
}
