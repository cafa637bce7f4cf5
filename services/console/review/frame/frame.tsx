import { Link, Outlet, useLocation, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Boundary } from '../parts/boundary';
import { Icon } from '../parts/icon';
import { useShortcut } from '../parts/shortcut';
import { ShortcutHelp } from '../parts/shortcut-help';
import { useText } from '../parts/words';
import { useMe } from '../session/me';
import { EnvironmentSwitch } from './environment-switch';
import { destinationsFor, type Destination } from './navigation';
import { UserMenu } from './user-menu';

/** Around every screen behind the sign-in. */
export function Frame() {
  const t = useText();
  const { environment, organization, scopes } = useMe();
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  // Of what is shown, not of what is on its way: else the screen that is left would be made anew, and act anew.
  const shownPath = useRouterState({
    select: ({ resolvedLocation, location }) => (resolvedLocation ?? location).pathname,
  });
  useEffect(() => setOpen(false), [pathname]);
  return (
    <div className="frame" data-environment={environment}>
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <header className="side" data-open={isOpen || undefined}>
        <div className="side-head">
          <Link to="/" className="brand">
            <svg viewBox="0 0 32 32" aria-hidden="true">
              <rect width="32" height="32" rx="8" />
              <path d="m8.5 15.5 5.5 6L23.5 10" />
            </svg>
            <span className="brand-name">{organization.name}</span>
          </Link>
          <button
            type="button"
            className="quiet-button menu-button"
            aria-expanded={isOpen}
            aria-controls="navigation"
            aria-label={t('frame.menu')}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="menu" />
          </button>
        </div>
        <div className="side-body" id="navigation">
          <EnvironmentSwitch />
          <nav aria-label={t('frame.navigation')}>
            {destinationsFor(scopes).map(({ text, destinations }) => (
              <div key={text} className="nav-section">
                <p className="nav-title">{t(text)}</p>
                <ul>
                  {destinations.map((destination) => (
                    <NavigationItem key={destination.text} destination={destination} />
                  ))}
                </ul>
              </div>
            ))}
          </nav>
          <div className="side-foot">
            <UserMenu />
            <ShortcutHelp />
          </div>
        </div>
      </header>
      <main id="content" className="content" tabIndex={-1}>
        {environment === 'sandbox' ? (
          <p className="sandbox-strip">{t('environment.sandbox.text')}</p>
        ) : null}
        <Boundary key={shownPath}>
          <Outlet />
        </Boundary>
      </main>
    </div>
  );
}

function NavigationItem({ destination }: { readonly destination: Destination }) {
  const t = useText();
  const navigate = useNavigate();
  const { to, text, icon, key } = destination;
  useShortcut({
    keys: `g ${key}`,
    label: t('shortcut.go_to', { screen: t(text) }),
    run: () => void navigate({ to }),
  });
  return (
    <li>
      <Link to={to} className="nav-link">
        <Icon name={icon} />
        {t(text)}
      </Link>
    </li>
  );
}
