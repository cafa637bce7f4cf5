import { Link, type LinkProps } from '@tanstack/react-router';

export interface LinkTab {
  readonly key: string;
  readonly label: string;
  /** Undefined until it is known; shown as it is, e.g. "10,000+". */
  readonly count?: string | undefined;
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

interface LinkTabsProps {
  readonly name: string;
  readonly tabs: readonly LinkTab[];
  readonly current: string;
}

/** Parts of one screen, each with an address of its own. */
export function LinkTabs({ name, tabs, current }: LinkTabsProps) {
  return (
    <nav className="tabs" aria-label={name}>
      <ul>
        {tabs.map(({ key, label, count, link }) => (
          <li key={key}>
            <Link
              {...link}
              className="tab"
              // Else the router holds a tab to be open on those whose address only begins with its own.
              activeOptions={{ exact: true }}
              activeProps={{}}
              aria-current={key === current ? 'page' : undefined}
            >
              {label}
              {count === undefined ? null : <span className="tab-count">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
