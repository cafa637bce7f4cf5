import { Badge, type Tone } from '../../parts/badge';
import type { Column } from '../../parts/table';
import { Time } from '../../parts/time';
import { CaseStatus } from '../../terms/case-status';
import { documentText } from '../../terms/documents';
import { signalText } from '../../terms/signals';
import type { Translate } from '../../texts';
import { HandleRow } from './handle-row';
import type { QueuedCase } from './queued-case';

interface Words {
  readonly t: Translate;
  readonly countryOf: (code: string) => string;
  readonly workflowOf: (id: string) => string;
  readonly personOf: (id: string) => string;
  /** The reader may sort cases and assign them. */
  readonly mayHandle: boolean;
}

const ageTones: Readonly<Record<QueuedCase['age_band'], Tone>> = {
  green: 'good',
  yellow: 'warn',
  red: 'bad',
};
const shownSignals = 2;

/** Of cases that wait: for how long, why, and who has them in hands. */
export function waitingColumns(words: Words): readonly Column<QueuedCase>[] {
  const { t, personOf } = words;
  return [
    ...commonColumns(words),
    {
      key: 'assignee',
      header: t('queue.assignee'),
      isShort: true,
      cell: ({ assignee }) =>
        assignee === null ? (
          <span className="soft">{t('queue.free')}</span>
        ) : (
          <Cut>{personOf(assignee)}</Cut>
        ),
    },
    {
      key: 'lease',
      header: t('queue.lease'),
      isShort: true,
      cell: ({ claimed_until: until }) =>
        until === null ? (
          <span className="soft">{t('queue.lease.none')}</span>
        ) : (
          <Time at={until} />
        ),
    },
    ...(words.mayHandle
      ? [
          {
            key: 'handle',
            header: t('handling.heading'),
            isActions: true,
            cell: (row: QueuedCase) => <HandleRow row={row} />,
          },
        ]
      : []),
  ];
}

/** Of cases that are over: how they ended, and by whom. */
export function closedColumns(words: Words): readonly Column<QueuedCase>[] {
  const { t, personOf } = words;
  return [
    ...commonColumns(words),
    {
      key: 'outcome',
      header: t('queue.outcome'),
      isShort: true,
      cell: ({ status }) => <CaseStatus status={status} />,
    },
    {
      key: 'decided',
      header: t('queue.decided'),
      isShort: true,
      cell: ({ decided_by: by }) =>
        by === null ? (
          <span className="soft">{t('queue.assignee.none')}</span>
        ) : (
          <Cut>{personOf(by)}</Cut>
        ),
    },
  ];
}

/** Of one person's cases, waiting or over. */
export function foundColumns(words: Words): readonly Column<QueuedCase>[] {
  return [
    ...commonColumns(words),
    {
      key: 'status',
      header: words.t('queue.status'),
      isShort: true,
      cell: ({ status }) => <CaseStatus status={status} />,
    },
  ];
}

function commonColumns({ t, countryOf, workflowOf }: Words): readonly Column<QueuedCase>[] {
  return [
    {
      key: 'age',
      header: t('queue.age'),
      isShort: true,
      cell: (row) => (
        <span className="queue-age">
          <span className="unseen">{t('queue.case', { id: row.id })}</span>
          <Badge tone={row.closed_at === null ? ageTones[row.age_band] : 'quiet'}>
            {t(`queue.age.${row.age_band}`)}
          </Badge>
          <span className="cell-sub">
            <Time at={row.closed_at ?? row.created_at} />
          </span>
        </span>
      ),
    },
    { key: 'why', header: t('queue.why'), cell: (row) => <Why row={row} t={t} /> },
    {
      key: 'country',
      header: t('queue.country'),
      cell: ({ country }) => (country === null ? <Unknown t={t} /> : countryOf(country)),
    },
    {
      key: 'document',
      header: t('queue.document'),
      cell: ({ document_type: type }) =>
        type === null ? <Unknown t={t} /> : documentText(type, t),
    },
    {
      key: 'workflow',
      header: t('queue.workflow'),
      cell: ({ workflow_id: id }) =>
        id === null ? <Unknown t={t} /> : <Cut>{workflowOf(id)}</Cut>,
    },
  ];
}

/** The heaviest signals in words; what is urgent by a reviewer's word comes before them. */
function Why({ row, t }: { readonly row: QueuedCase; readonly t: Translate }) {
  const { signals, risk_score: score, priority, tags } = row;
  const [first, ...others] = signals.map((name) => signalText(name, t));
  const rest = others.slice(0, shownSignals - 1);
  const more = others.length - rest.length;
  return (
    <div className="queue-why">
      <span className="row">
        <span className={first === undefined ? 'soft' : undefined}>
          {first ?? t('queue.why.none')}
        </span>
        {priority === 'normal' ? null : (
          <Badge tone={priority === 'low' ? 'quiet' : 'bad'}>{t(`priority.${priority}`)}</Badge>
        )}
        {tags.map((tag) => (
          <Badge key={tag} tone="quiet">
            {tag}
          </Badge>
        ))}
      </span>
      <span className="cell-sub">
        {[
          ...rest,
          ...(more > 0 ? [t('queue.why.more', { count: more })] : []),
          ...(score === null ? [] : [t('queue.risk', { score })]),
        ].join(' · ')}
      </span>
    </div>
  );
}

/** A long name is cut, so that it takes no room from why a case waits; it is whole on hover. */
function Cut({ children: name }: { readonly children: string }) {
  return (
    <span className="queue-cut" title={name}>
      {name}
    </span>
  );
}

function Unknown({ t }: { readonly t: Translate }) {
  return <span className="soft">{t('queue.unknown')}</span>;
}
