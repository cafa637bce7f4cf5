import { getRouteApi, Link } from '@tanstack/react-router';
import { Answered } from '../../parts/answered';
import { CopyId } from '../../parts/copy-id';
import { Page } from '../../parts/page';
import { useText } from '../../parts/words';
import { useMay } from '../../session/me';
import { SessionStatusBadge } from '../sessions/session-status';
import { SessionActions } from './session-actions';
import { SessionAttempts } from './session-attempts';
import { SessionDeliveries } from './session-deliveries';
import { SessionFacts } from './session-facts';
import { SessionLinks } from './session-links';
import { SessionRisk } from './session-risk';
import { SessionTimeline } from './session-timeline';
import { useSession, type Session } from './session-of-screen';
import { WhileOpen } from './while-open';

const route = getRouteApi('/signed-in/sessions/$sessionId');

export function SessionScreen() {
  const t = useText();
  const { sessionId } = route.useParams();
  const read = useSession(sessionId);
  const title = read.data?.external_ref ?? t('session.title');
  return (
    <Page
      title={title}
      lead={
        <span className="row">
          <Link to="/sessions">{t('nav.sessions')}</Link>
          <CopyId id={sessionId} />
          {read.data === undefined ? null : <SessionStatusBadge status={read.data.status} />}
        </span>
      }
      actions={read.data === undefined ? null : <SessionActions session={read.data} />}
    >
      <Answered read={read}>{(session) => <SessionSections session={session} />}</Answered>
    </Page>
  );
}

function SessionSections({ session }: { readonly session: Session }) {
  const mayReadChecks = useMay('verifications:read');
  const mayReadWebhooks = useMay('webhooks:read');
  return (
    <>
      <WhileOpen session={session} />
      <div className="two-columns">
        <div className="stack">
          {mayReadChecks ? <SessionAttempts sessionId={session.id} /> : null}
          <SessionTimeline sessionId={session.id} />
        </div>
        <div className="stack">
          <SessionFacts session={session} />
          {mayReadChecks ? <SessionRisk sessionId={session.id} /> : null}
          <SessionLinks session={session} />
          {mayReadWebhooks ? <SessionDeliveries sessionId={session.id} /> : null}
        </div>
      </div>
    </>
  );
}
