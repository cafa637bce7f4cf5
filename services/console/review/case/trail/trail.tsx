import { useState } from 'react';
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
import { useTrail } from './use-trail';

type Changed = CaseView['changes'][number];

const shownAtFirst = 12;

/** What happened to the case and its session, who did it, and when: timeline, log and notes in one column. */
export function Trail({ view }: { readonly view: CaseView }) {
  const t = useText();
  const mayAudit = useMay('audit:read');
  const [isWhole, setWhole] = useState(false);
  const { timeline, audit, problem, retry } = useTrail(view.id, view.session_id);
  const { notes, changes } = view;
  const lines = mergeTrail({ timeline, audit, notes, changes });
  const shown = isWhole ? lines : lines.slice(0, shownAtFirst);
  return (
    <section className="panel" aria-labelledby="trail-heading">
      <div className="row spread">
        <h2 id="trail-heading">{t('trail.heading')}</h2>
        {mayAudit ? <ChainState /> : null}
      </div>
      {problem === null ? null : <Problem cause={problem} onRetry={retry} />}
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
