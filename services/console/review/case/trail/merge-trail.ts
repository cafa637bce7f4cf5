import type { AnswerOf, ItemOf } from '../../../../client/src/route-types';

type CaseView = AnswerOf<'GET /api/v1/cases/{id}'>;
type TimelineEntry = AnswerOf<'GET /api/v1/sessions/{id}/events'>['data'][number];
type AuditEntry = ItemOf<'GET /api/v1/events'>;
type NoteEntry = CaseView['notes'][number];
type ChangeEntry = CaseView['changes'][number];
type Actor = TimelineEntry['actor'];

/** One line of the trail: something of the session's timeline, of the log, or what somebody noted or changed. */
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
  | { readonly kind: 'note'; readonly key: string; readonly at: string; readonly entry: NoteEntry }
  | {
      readonly kind: 'change';
      readonly key: string;
      readonly at: string;
      readonly entry: ChangeEntry;
    };

export interface TrailParts {
  readonly timeline: readonly TimelineEntry[];
  readonly audit: readonly AuditEntry[];
  readonly notes: readonly NoteEntry[];
  readonly changes: readonly ChangeEntry[];
}

/** All in one column, the newest first. What was noted or changed has the id of its record in the log, which it replaces. */
export function mergeTrail({ timeline, audit, notes, changes }: TrailParts): readonly TrailLine[] {
  const told = new Set([...notes, ...changes].map(({ id }) => id));
  const lines: readonly TrailLine[] = [
    ...timeline.map((entry, at): TrailLine => ({
      kind: 'timeline',
      key: `timeline ${String(at)}`,
      at: entry.at,
      entry,
    })),
    ...audit
      .filter((entry) => !told.has(entry.id) && !isProlonged(entry, audit))
      .map((entry): TrailLine => ({ kind: 'audit', key: entry.id, at: entry.at, entry })),
    ...notes.map((entry): TrailLine => ({
      kind: 'note',
      key: entry.id,
      at: entry.created_at,
      entry,
    })),
    ...changes.flatMap((entry): TrailLine[] =>
      entry.applied_at === null
        ? []
        : [{ kind: 'change', key: entry.id, at: entry.applied_at, entry }],
    ),
  ];
  // Of one moment the later of its list is the later one.
  return lines
    .map((line, index) => ({ line, index, atMs: Date.parse(line.at) }))
    .sort((left, right) => right.atMs - left.atMs || right.index - left.index)
    .map(({ line }) => line);
}

/** A claim that ran so long has ended by itself. */
const claimMs = 30 * 60_000;

/** Whether it is a claim that went on where it was: who still holds the case has not taken it anew. */
function isProlonged(entry: AuditEntry, audit: readonly AuditEntry[]): boolean {
  if (entry.action !== 'case.claimed') return false;
  const atMs = Date.parse(entry.at);
  const before = audit
    .filter((one) => isAboutHolding(one) && one.id !== entry.id && Date.parse(one.at) <= atMs)
    .reduce<AuditEntry | undefined>(
      (last, one) => (last === undefined || Date.parse(one.at) > Date.parse(last.at) ? one : last),
      undefined,
    );
  return (
    before?.action === 'case.claimed' &&
    before.actor.id === entry.actor.id &&
    atMs - Date.parse(before.at) < claimMs
  );
}

function isAboutHolding({ action }: AuditEntry): boolean {
  return ['case.claimed', 'case.released', 'case.assigned'].includes(action);
}

export function actorOf(line: TrailLine): Actor {
  switch (line.kind) {
    case 'note':
      return { kind: 'reviewer', id: line.entry.author };
    case 'change':
      return { kind: 'reviewer', id: line.entry.by };
    case 'timeline':
    case 'audit':
      return line.entry.actor;
  }
}
