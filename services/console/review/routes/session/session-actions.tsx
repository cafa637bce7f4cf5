import { useState } from 'react';
import type { Scope } from '../../../../../shared/domain/auth/scopes';
import { Button } from '../../parts/button';
import { useText } from '../../parts/words';
import { useMe } from '../../session/me';
import type { Session } from './session-of-screen';
import type { ActionProps } from './actions/action-props';
import { ExpireSession } from './actions/expire-session';
import { ExportSession } from './actions/export-session';
import { LegalHold } from './actions/legal-hold';
import { NewLink } from './actions/new-link';
import { RedactSession } from './actions/redact-session';
import { ResumeSession } from './actions/resume-session';

type Action = 'resume' | 'link' | 'expire' | 'export' | 'hold' | 'redact';

/** What this person may do to the session as it stands. The API judges it again. */
export function SessionActions({ session }: { readonly session: Session }) {
  const t = useText();
  const { scopes } = useMe();
  const [open, setOpen] = useState<Action | null>(null);
  const props = (action: Action): ActionProps => ({
    session,
    isOpen: open === action,
    onClose: () => setOpen(null),
  });
  return (
    <>
      {actionsFor(session, scopes).map((action) => (
        <Button
          key={action}
          kind={action === 'redact' ? 'danger' : 'plain'}
          onPress={() => setOpen(action)}
        >
          {t(action === 'hold' && session.legal_hold ? 'session.hold.lift' : `session.${action}`)}
        </Button>
      ))}
      <ResumeSession {...props('resume')} />
      <NewLink {...props('link')} />
      <ExpireSession {...props('expire')} />
      <ExportSession {...props('export')} />
      <LegalHold {...props('hold')} />
      <RedactSession {...props('redact')} />
    </>
  );
}

const over: readonly Session['status'][] = ['completed', 'expired', 'failed'];
const takesCapture: readonly Session['status'][] = ['pending', 'capturing'];

function actionsFor(session: Session, scopes: readonly Scope[]): readonly Action[] {
  const { status, retention_status: retention } = session;
  const isErased = retention === 'redacted';
  const all: Readonly<Record<Action, readonly [scope: Scope, isPossible: boolean]>> = {
    resume: ['sessions:write', !isErased && status === 'expired'],
    link: ['sessions:write', !isErased && takesCapture.includes(status)],
    expire: ['sessions:write', !isErased && !over.includes(status)],
    export: ['pii:export', true],
    hold: ['redact:write', !isErased || session.legal_hold],
    redact: ['redact:write', !isErased],
  };
  const names: readonly Action[] = ['resume', 'link', 'expire', 'export', 'hold', 'redact'];
  return names.filter((name) => {
    const [scope, isPossible] = all[name];
    return isPossible && scopes.includes(scope);
  });
}
