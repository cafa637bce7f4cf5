import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface StepShape {
  readonly title: string;
  /** One sentence under the title. */
  readonly text?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** Buttons, the primary one first: at the thumb's reach on a phone. */
  readonly actions?: ComponentChildren;
  /** Above the title: a sign of what the screen is about. */
  readonly sign?: ComponentChildren;
}

/**
 * The form of every screen: title, one sentence, content, buttons. Its title takes the focus when it appears,
 * so that a screen reader says where one is; without scrolling, which would move the page around an embedded one.
 */
export function Step({ title, text, children, actions, sign }: StepShape) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section class="step">
      <div class="step-body">
        {sign}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {text !== undefined && <p class="lead">{text}</p>}
        {children}
      </div>
      {actions !== undefined && <div class="actions">{actions}</div>}
    </section>
  );
}
