import type { Organization } from '../server/capture-state';
import type { Translate } from '../texts';
import { Button } from './button';
import { Icon } from './icons';

interface HelpShape {
  readonly t: Translate;
  readonly organization: Organization | null;
  readonly named: string;
  readonly sessionId: string | null;
  /** The capture goes on: closing the page loses nothing. */
  readonly isOpen: boolean;
  readonly otherDevice: (() => void) | undefined;
}

/** Folded away at the bottom of every screen. */
export function Help({ t, organization, named, sessionId, isOpen, otherDevice }: HelpShape) {
  const { supportUrl = null, privacyUrl = null } = organization ?? {};
  if (!isOpen && supportUrl === null && privacyUrl === null && sessionId === null) return null;
  return (
    <details class="help">
      <summary>
        <Icon name="question" />
        {t('frame.help')}
      </summary>
      <div class="help-body">
        {isOpen && <p>{t('frame.help.text')}</p>}
        {otherDevice !== undefined && (
          <Button onClick={otherDevice}>{t('frame.help.device')}</Button>
        )}
        {supportUrl !== null && (
          <OutLink t={t} href={supportUrl}>
            {t('frame.help.support', { organization: named })}
          </OutLink>
        )}
        {privacyUrl !== null && (
          <OutLink t={t} href={privacyUrl}>
            {t('frame.help.privacy', { organization: named })}
          </OutLink>
        )}
        {sessionId !== null && <p class="small">{t('frame.help.reference', { id: sessionId })}</p>}
      </div>
    </details>
  );
}

interface LinkShape {
  readonly t: Translate;
  readonly href: string;
  readonly children: string;
}

/** Leaves the page where it is: what was begun here goes on in its own window. */
export function OutLink({ t, href, children }: LinkShape) {
  return (
    <a class="out" href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="unseen"> ({t('frame.new_window')})</span>
    </a>
  );
}
