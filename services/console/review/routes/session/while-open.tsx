import { useState } from 'react';
import { useText } from '../../parts/words';
import type { Session } from './session-of-screen';

/** Says what became of a session that cannot be worked on, and that it happened under the reader's eyes. */
export function WhileOpen({ session }: { readonly session: Session }) {
  const t = useText();
  const [first] = useState(session);
  const end = endOf(session);
  const isNew = end !== null && endOf(first) !== end;
  return (
    <div role="status" className="stack">
      {end === null ? null : (
        <p className="notice" data-tone="warn">
          {isNew ? `${t('session.while_open')} ` : null}
          {t(`session.end.${end}`)}
        </p>
      )}
      {session.legal_hold ? <p className="notice">{t('session.legal_hold.on')}</p> : null}
    </div>
  );
}

function endOf({ status, retention_status: retention }: Session) {
  if (retention !== 'active') return retention;
  return status === 'expired' ? 'expired' : null;
}
