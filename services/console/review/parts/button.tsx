import { useRef, type ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components';
import { useUnannounced } from './unannounced';
import { useText } from './words';

export interface ButtonProps extends Omit<AriaProps, 'children' | 'className' | 'style'> {
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger';
  readonly isSmall?: boolean;
  readonly children: ReactNode;
}

/** While something is under way it stays where it is and keeps the focus, and does nothing more. */
export function Button({
  kind = 'plain',
  isSmall = false,
  isPending = false,
  children,
  ...others
}: ButtonProps) {
  const t = useText();
  const button = useRef<HTMLButtonElement>(null);
  useUnannounced(button, isPending);
  return (
    <AriaButton
      {...others}
      ref={button}
      isPending={isPending}
      className="button"
      data-kind={kind}
      data-small={isSmall || undefined}
    >
      {isPending ? <span className="spinner" role="img" aria-label={t('button.pending')} /> : null}
      <span className="button-label">{children}</span>
    </AriaButton>
  );
}
