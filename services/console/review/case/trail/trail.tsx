import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Problem } from '../../parts/problem';
import { ExactTime } from '../../parts/time';
import { useText } from '../../parts/words';
import { useMay } from '../../session/me';
import { useReviewers } from '../../terms/reviewers';
import type { Translate } from '../../texts';
import type { CaseView } from '../lease/case-view';
import { actorText } from '../../terms/actor-text';
import { deedText } from '../../terms/deed-text';
import { fieldText } from '../../terms/field-text';
import { checkText, statusText } from '../../terms/outcome-text';
import { timelineText } from '../../terms/timeline-text';
import { ChainState } from './chain-state';
import { actorOf, mergeTrail, type TrailLine } from './merge-trail';

type Changed = CaseView['changes'][number];

const shownAtFirst = 12;
const mostOfLog = 100;

/** What happened to the case and its session, who did it, and when: timeline, log and notes in one column. */
export function Trail({ view }: { readonly view: CaseView }) {
  const t = useText();
  const mayAudit = useMay('audit:read');
  const [isWhole, setWhole] = useState(false);
  const timeline = useRead('GET /api/v1/sessions/{id}/events', {
    params: { id: view.session_id },
  });
  const log = { limit: mostOfLog };
  const ofCase = useRead(
    'GET /api/v1/events',
    { query: { ...log, resource_id: view.id } },
    { enabled: mayAudit },
  );
  const ofSession = useRead(
    'GET /api/v1/events',
    { query: { ...log, resource_id: view.session_id } },
    { enabled: mayAudit },
  );
  const lines = mergeTrail({
    timeline: timeline.data?.data ?? [],
    audit: [...(ofCase.data?.data ?? []), ...(ofSession.data?.data ?? [])],
    notes: view.notes,
    changes: view.changes,
  });
  const shown = isWhole ? lines : lines.slice(0, shownAtFirst);
  const problem = timeline.error ?? ofCase.error ?? ofSession.error;
  return (
    <section className="panel" aria-labelledby="trail-heading">
      <div className="row spread">
        <h2 id="trail-heading">{t('trail.heading')}</h2>
        {mayAudit ? <ChainState /> : null}
      </div>
      {problem === null ? null : (
        <Problem cause={problem} onRetry={() => void timeline.refetch()} />
      )}
      <ol className="trail">
        {shown.map((line) => (
          <Line key={line.key} line={line} />
        ))}
      </ol>
      {shown.length < lines.length ? (
        <Button kind="quiet" onPress={() => setWhole(true)}>
          {t('trail.all', { count: lines.length })}
        </Button>
      ) : null}
    </section>
  );
}

function Line({ line }: { readonly line: TrailLine }) {
  const t = useText();
  const { nameOf } = useReviewers();
  const actor = actorOf(line);
  return (
    <li data-kind={line.kind}>
      <span>{whatOf(line, t)}</span>
      {line.kind === 'note' ? (
        <blockquote>{line.entry.text ?? t('trail.note.gone')}</blockquote>
      ) : null}
      {line.kind === 'change' ? <Change change={line.entry} /> : null}
      <span className="cell-sub row">
        <ExactTime at={line.at} />
        <span>
          {actor.id !== null && /^(usr|key)_/.test(actor.id)
            ? nameOf(actor.id)
            : actorText(actor.kind, t)}
        </span>
        {line.kind === 'audit' ? <Badge tone="quiet">{t('trail.log')}</Badge> : null}
      </span>
    </li>
  );
}

/** What was changed, and in the reviewer's words why; those of a hidden first opinion are not told yet. */
function Change({ change: { kind, content, outcomes } }: { readonly change: Changed }) {
  const t = useText();
  const reason = content?.['reason'];
  const what =
    kind === 'override'
      ? outcomes.map(({ check, status }) => `${checkText(check, t)}: ${statusText(status, t)}`)
      : Object.keys(content ?? {}).flatMap((field) =>
          field === 'reason' ? [] : [fieldText(field, t)],
        );
  return (
    <>
      {what.length === 0 ? null : <span>{what.join(', ')}</span>}
      {typeof reason === 'string' ? <blockquote>{reason}</blockquote> : null}
    </>
  );
}

function whatOf(line: TrailLine, t: Translate) {
  switch (line.kind) {
    case 'note':
      return t('trail.note');
    case 'change':
      return t(`trail.${line.entry.kind}`);
    case 'audit':
      return deedText(line.entry.action, t);
    case 'timeline': {
      const { kind, event, from_status: from, to_status: to } = line.entry;
      return (
        <>
          {timelineText(event, t)}
          {kind === 'refused' ? <> {t('trail.refused')}</> : null}
          {to === null || from === to ? null : (
            <>
              {' '}
              {from === null
                ? t(`session.status.${to}`)
                : t('trail.moved', {
                    from: t(`session.status.${from}`),
                    to: t(`session.status.${to}`),
                  })}
            </>
          )}
        </>
      );
    }
  }
}
