import type { ComponentChildren } from 'preact';

interface ButtonShape {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  /** One of a screen is primary; `plain` looks like a link. */
  readonly look?: 'primary' | 'secondary' | 'plain';
  /** Under way: it stays where it is, keeps the focus, and does nothing more. */
  readonly busy?: boolean;
}

export function Button({ onClick, children, look = 'secondary', busy = false }: ButtonShape) {
  return (
    <button
      type="button"
      class={`button ${look}`}
      aria-disabled={busy}
      aria-busy={busy}
      onClick={() => {
        if (!busy) onClick();
      }}
    >
      {children}
    </button>
  );
}
