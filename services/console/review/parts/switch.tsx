import type { ReactNode } from 'react';
import { SwitchButton, SwitchField } from 'react-aria-components';

interface SwitchProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/** What takes effect at once; what is sent with a form is a checkbox. */
export function Switch({ children, ...props }: SwitchProps) {
  return (
    <SwitchField {...props}>
      <SwitchButton className="switch">
        <span className="switch-track" />
        {children}
      </SwitchButton>
    </SwitchField>
  );
}
