import type { LinkProps } from '@tanstack/react-router';
import type { Scope } from '../../../../shared/domain/auth/scopes';
import type { IconName } from '../parts/icon-paths';
import type { TextKey } from '../texts';

export interface Destination {
  readonly to: NonNullable<LinkProps['to']>;
  readonly text: TextKey;
  readonly icon: IconName;
  /** Who may not use it does not see it. */
  readonly scope: Scope;
  /** Behind `g`. */
  readonly key: string;
}

interface Section {
  readonly text: TextKey;
  readonly destinations: readonly Destination[];
}

/** Where one can go, in the order of how often. Each screen that stands on its own has a line here. */
const navigation: readonly Section[] = [
  {
    text: 'nav.work',
    destinations: [
      { to: '/queue', text: 'nav.queue', icon: 'cases', scope: 'cases:read', key: 'q' },
      {
        to: '/insights',
        text: 'nav.insights',
        icon: 'metrics',
        scope: 'sessions:read',
        key: 'm',
      },
    ],
  },
  {
    text: 'nav.lookup',
    destinations: [
      {
        to: '/sessions',
        text: 'nav.sessions',
        icon: 'sessions',
        scope: 'sessions:read',
        key: 's',
      },
      {
        to: '/identities',
        text: 'nav.identities',
        icon: 'identities',
        scope: 'identities:read',
        key: 'i',
      },
      { to: '/lists', text: 'nav.lists', icon: 'lists', scope: 'identities:read', key: 'b' },
    ],
  },
  {
    text: 'nav.organization',
    destinations: [
      {
        to: '/webhooks',
        text: 'nav.webhooks',
        icon: 'webhooks',
        scope: 'webhooks:read',
        key: 'h',
      },
      {
        to: '/workflows',
        text: 'nav.workflows',
        icon: 'workflows',
        scope: 'workflows:read',
        key: 'f',
      },
      { to: '/people', text: 'nav.people', icon: 'people', scope: 'users:write', key: 'p' },
      { to: '/keys', text: 'nav.keys', icon: 'keys', scope: 'keys:write', key: 'a' },
      { to: '/audit', text: 'nav.audit', icon: 'audit', scope: 'audit:read', key: 'l' },
      {
        to: '/settings',
        text: 'nav.settings',
        icon: 'settings',
        scope: 'organization:write',
        key: 'o',
      },
    ],
  },
];

/** Those that somebody with these scopes may go to, without sections that are empty then. */
export function destinationsFor(scopes: readonly string[]): readonly Section[] {
  return navigation
    .map(({ text, destinations }) => ({
      text,
      destinations: destinations.filter(({ scope }) => scopes.includes(scope)),
    }))
    .filter(({ destinations }) => destinations.length > 0);
}
