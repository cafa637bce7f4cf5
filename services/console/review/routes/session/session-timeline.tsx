import type { AnswerOf } from '../../../../client/src/route-types';
import { useRead } from '../../api/use-read';
import { Answered } from '../../parts/answered';
import { Badge } from '../../parts/badge';
import { Section } from '../../parts/section';
import { ExactTime } from '../../parts/time';
import { useText } from '../../parts/words';
import { SessionStatusBadge } from '../sessions/session-status';
import { actorText } from '../../terms/actor-text';
import { timelineText } from '../../terms/timeline-text';
import { spoken } from './spoken';

type Entry = AnswerOf<'GET /api/v1/sessions/{id}/events'>['data'][number];

/** What happened, who did it and what was refused: the newest first. */
export function SessionTimeline({ sessionId }: { readonly sessionId: string }) {
  const t = useText();
  const read = useRead('GET /api/v1/sessions/{id}/events', { params: { id: sessionId } });
  return (
    <Section title={t('session.timeline')}>
      <Answered read={read}>
        {({ data }) => (
          <ol className="timeline">
            {data
              .map((entry, at) => ({ entry, at }))
              .toReversed()
              .map(({ entry, at }) => (
                <TimelineEntry key={at} entry={entry} />
              ))}
          </ol>
        )}
      </Answered>
    </Section>
  );
}

function TimelineEntry({ entry }: { readonly entry: Entry }) {
  const t = useText();
  const { kind, event, from_status: from, to_status: to, actor, at } = entry;
  const detail = Object.entries(entry.detail).filter(([, value]) => value !== null && value !== '');
  return (
    <li data-kind={kind}>
      <div className="row">
        <span className="cell-main">{timelineText(event, t)}</span>
        {kind === 'refused' ? <Badge tone="bad">{t('session.refused')}</Badge> : null}
        {to === null || to === from ? null : <SessionStatusBadge status={to} />}
      </div>
      <div className="cell-sub">
        <ExactTime at={at} /> · {actorText(actor.kind, t)}
        {actor.id === null ? null : (
          <>
            {' '}
            <code>{actor.id}</code>
          </>
        )}
      </div>
      {detail.length === 0 ? null : (
        <dl className="detail">
          {detail.map(([name, value]) => (
            <div key={name}>
              <dt>{spoken(name)}</dt>
              <dd>
                <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
