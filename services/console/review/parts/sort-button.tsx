import type { ReactNode } from 'react';

interface SortButtonProps {
  readonly of: string;
  readonly sort: string | undefined;
  readonly onSort: (sort: string) => void;
  readonly children: ReactNode;
}

/** A header that sorts: once downwards, again upwards. */
export function SortButton({ of, sort, onSort, children }: SortButtonProps) {
  const direction = sort === of ? 'up' : sort === `-${of}` ? 'down' : undefined;
  return (
    <button
      type="button"
      className="sort"
      data-direction={direction}
      onClick={() => onSort(direction === 'down' ? of : `-${of}`)}
    >
      {children}
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />
      </svg>
    </button>
  );
}
