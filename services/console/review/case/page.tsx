import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useRead } from '../api/use-read';
import type { News } from '../api/streams';
import { useStream } from '../api/use-stream';
import { Button } from '../parts/button';
import { Page } from '../parts/page';
import { Problem } from '../parts/problem';
import { Unanswered } from '../parts/answered';
import { useShortcut } from '../parts/shortcut';
import { useText } from '../parts/words';
import { useTakeNext } from '../routes/queue/use-take-next';
import { useMay } from '../session/me';
import { CaseStatus } from '../terms/case-status';
import { usePictures } from '../viewer/use-pictures';
import { CaseChecks } from './checks';
import { Decide } from './decide/decide';
import { CaseFacts } from './facts';
import { CaseFields } from './fields';
import { Handling } from './handling/handling';
import { isOver, type CaseView } from './lease/case-view';
import { LeaseClock } from './lease/lease-clock';
import { LeaseNotice } from './lease/lease-notice';
import { useLease } from './lease/use-lease';
import { useReview } from './judged/use-review';
import { useKnownSession } from '../routes/queue/known-session';
import { CasePictures } from './pictures';
import { CaseReasons } from './reasons';
import { Trail } from './trail/trail';
import { useTrail } from './trail/use-trail';

const route = getRouteApi('/signed-in/cases/$caseId');
const nothing: readonly string[] = [];
const handsPaths = ['/api/v1/cases', '/api/v1/events'] as const;
const casesPaths = ['/api/v1/cases', '/api/v1/sessions', '/api/v1/events'] as const;

/** One case: all that is known of it, and the decision. */
export function CaseScreen() {
  const t = useText();
  const { caseId } = route.useParams();
  const read = useRead('GET /api/v1/cases/{id}', { params: { id: caseId } });
  useAskedAhead(caseId);
  const { data } = read;
  const isClosed = data !== undefined && isOver(data);
  useStream('GET /api/v1/cases/stream', casesPaths, useConcerning(caseId, isClosed));
  if (data === undefined) {
    return (
      <Page title={t('case.title', { id: caseId.slice(-6) })}>
        <Unanswered read={read} />
      </Page>
    );
  }
  // Another case is another screen: its lease, and all that is typed, begin anew.
  return <OpenCase key={data.id} view={data} />;
}

/** What the screen's parts show is asked beside the case itself, not behind it. */
function useAskedAhead(caseId: string): void {
  const sessionId = useKnownSession(caseId);
  useReview(caseId);
  useTrail(caseId, sessionId);
  usePictures(sessionId, useMay('documents:read'));
}

/**
 * Others' cases change nothing here; in whose hands this one is, nothing of its session. Behind a case that is over
 * its session may go on: what was asked for again opens a case of its own, and the news does not say whose.
 */
function useConcerning(caseId: string, isClosed: boolean): (news: News) => readonly string[] {
  return useCallback(
    ({ kind, id }) => {
      if (id !== caseId) return isClosed && kind === 'opened' ? casesPaths : nothing;
      return kind === 'held' ? handsPaths : casesPaths;
    },
    [caseId, isClosed],
  );
}

function OpenCase({ view }: { readonly view: CaseView }) {
  const t = useText();
  const search = route.useSearch();
  const navigate = useNavigate();
  const mayDecide = useMay('cases:decide');
  const { lease, take } = useLease(view);
  const next = useTakeNext(search);
  const shown = {
    caseId: view.id,
    sessionId: view.session_id,
    isReadOnly: lease.kind !== 'held',
  };
  useShortcut(mayDecide ? { keys: 'n', label: t('queue.next'), run: next.take } : null);
  return (
    <Page
      title={t('case.title', { id: view.id.slice(-6) })}
      lead={
        <span className="row">
          <Link to="/queue" search={search}>
            {t('case.back')}
          </Link>
          <CaseStatus status={view.status} />
        </span>
      }
      actions={
        <>
          {lease.kind === 'held' ? <LeaseClock untilMs={lease.untilMs} onKeep={take} /> : null}
          {mayDecide ? (
            <Button isPending={next.isPending} onPress={next.take}>
              {t('queue.next')} <kbd aria-hidden="true">N</kbd>
            </Button>
          ) : null}
        </>
      }
    >
      {next.problem === null ? null : <Problem cause={next.problem} />}
      <LeaseNotice lease={lease} view={view} onTake={take} />
      <div className="case">
        <CaseReasons view={view} />
        <div className="case-main stack">
          <CasePictures {...shown} />
          <CaseFields {...shown} />
          <CaseChecks {...shown} />
        </div>
        <div className="case-side">
          {mayDecide ? <Decide view={view} isReadOnly={lease.kind !== 'held'} /> : null}
          <CaseFacts view={view} />
          {mayDecide && !isOver(view) ? (
            <section className="panel" aria-labelledby="case-handling">
              <h2 id="case-handling">{t('handling.heading')}</h2>
              <Handling view={view} onReleased={() => void navigate({ to: '/queue', search })} />
            </section>
          ) : null}
          <Trail view={view} />
        </div>
      </div>
    </Page>
  );
}
