interface BarProps {
  /** Between 0 and 1. */
  readonly share: number;
  readonly tone?: 'accent' | 'warn';
  /** The number that it draws: whoever does not see the bar misses nothing. */
  readonly children: string;
}

/** A number in a table's cell, and a bar as long as it. */
export function Bar({ share, tone = 'accent', children }: BarProps) {
  return (
    <span className="bar">
      <svg data-tone={tone} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className="bar-ground" width="100" height="10" />
        <rect className="bar-part" width={Math.min(Math.max(share, 0), 1) * 100} height="10" />
      </svg>
      <span className="bar-number">{children}</span>
    </span>
  );
}
