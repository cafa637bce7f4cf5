import type { AnswerOf, ItemOf } from '../../../../client/src/route-types';
import type { CaseView } from '../lease/case-view';

type TimelineEntry = AnswerOf<'GET /api/v1/sessions/{id}/events'>['data'][number];
type AuditEntry = ItemOf<'GET /api/v1/events'>;
type NoteEntry = CaseView['notes'][number];
type Actor = TimelineEntry['actor'];

/** One line of the trail: something of the session's timeline, of the log, or what somebody noted. */
export type TrailLine =
  | {
      readonly kind: 'timeline';
      readonly key: string;
      readonly at: string;
      readonly entry: TimelineEntry;
    }
  | {
      readonly kind: 'audit';
      readonly key: string;
      readonly at: string;
      readonly entry: AuditEntry;
    }
  | { readonly kind: 'note'; readonly key: string; readonly at: string; readonly entry: NoteEntry };

export interface TrailParts {
  readonly timeline: readonly TimelineEntry[];
  readonly audit: readonly AuditEntry[];
  readonly notes: readonly NoteEntry[];
}

/** All in one column, the newest first. A note's record in the log has the note's id, and is shown as the note. */
export function mergeTrail({ timeline, audit, notes }: TrailParts): readonly TrailLine[] {
  const noted = new Set(notes.map(({ id }) => id));
  const lines: readonly TrailLine[] = [
    ...timeline.map((entry, at): TrailLine => ({
      kind: 'timeline',
      key: `timeline ${String(at)}`,
      at: entry.at,
      entry,
    })),
    ...audit
      .filter(({ id }) => !noted.has(id))
      .map((entry): TrailLine => ({ kind: 'audit', key: entry.id, at: entry.at, entry })),
    ...notes.map((entry): TrailLine => ({
      kind: 'note',
      key: entry.id,
      at: entry.created_at,
      entry,
    })),
  ];
  // Of one moment the later of its list is the later one.
  return lines
    .map((line, index) => ({ line, index, atMs: Date.parse(line.at) }))
    .sort((left, right) => right.atMs - left.atMs || right.index - left.index)
    .map(({ line }) => line);
}

export function actorOf(line: TrailLine): Actor {
  return line.kind === 'note' ? { kind: 'reviewer', id: line.entry.author } : line.entry.actor;
}
