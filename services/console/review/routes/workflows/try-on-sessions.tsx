import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '../../../../client/src/route-types';
import { useWrite } from '../../api/use-write';
import type { AnsweredDefinition } from '../../flow/definition';
import { checkText } from '../../terms/outcome-text';
import { Button } from '../../parts/button';
import { Empty } from '../../parts/empty';
import { Problem } from '../../parts/problem';
import { SelectField } from '../../parts/select-field';
import { Table, type Column } from '../../parts/table';
import { useText } from '../../parts/words';
import type { Translate } from '../../texts';

type DryRun = AnswerOf<'POST /api/v1/workflows/{id}/dry-run'>;
type Judged = DryRun['sessions'][number];

const counts = ['20', '100', '500'] as const;

interface TryOnSessionsProps {
  readonly workflowId: string;
  /** Those that can be tried, the first of them at first. */
  readonly versions: readonly [Tried, ...Tried[]];
}

export interface Tried {
  readonly version: number;
  readonly definition: AnsweredDefinition;
}

/** Which of the sessions decided last would be decided otherwise; each leads to its way. */
export function TryOnSessions({ workflowId, versions }: TryOnSessionsProps) {
  const t = useText();
  const [wished, setWished] = useState(versions[0].version);
  const { version, definition } = versions.find((one) => one.version === wished) ?? versions[0];
  const [last, setLast] = useState<(typeof counts)[number]>('100');
  const { mutate, data, error, isPending, reset } = useWrite('POST /api/v1/workflows/{id}/dry-run');
  const { differing = 0, judged = 0, unavailable = 0 } = data?.totals ?? {};
  return (
    <section className="stack">
      <h2>{t('workflows.try.title')}</h2>
      <p className="soft">{t('workflows.try.text', { version })}</p>
      <div className="filters">
        <SelectField
          isInline
          label={t('workflows.version')}
          value={String(version)}
          options={versions.map((one) => ({
            value: String(one.version),
            label: String(one.version),
          }))}
          onChange={(chosen) => {
            // What was found is of another version.
            reset();
            setWished(Number(chosen));
          }}
        />
        <SelectField
          isInline
          label={t('workflows.try.which')}
          value={last}
          options={counts.map((value) => ({
            value,
            label: t('workflows.try.last', { count: value }),
          }))}
          onChange={setLast}
        />
        <Button
          kind="main"
          isPending={isPending}
          onPress={() =>
            mutate({ params: { id: workflowId }, body: { last: Number(last), definition } })
          }
        >
          {t('workflows.try.go')}
        </Button>
      </div>
      {error === null ? null : <Problem cause={error} />}
      {data === undefined ? null : (
        <>
          <p role="status">{t('workflows.try.sum', { differing, judged, unavailable })}</p>
          <Table
            caption={t('workflows.try.title')}
            columns={columnsOf(t)}
            rows={data.sessions.filter(({ differs }) => differs)}
            rowKey={({ session_id: id }) => id}
            problem={null}
            onRetry={() => undefined}
            empty={<Empty title={t('workflows.try.none')} />}
          />
        </>
      )}
    </section>
  );
}

function columnsOf(t: Translate): readonly Column<Judged>[] {
  return [
    {
      key: 'session',
      header: t('workflows.try.session'),
      cell: ({ session_id: id, judged_by: { workflow_id: workflowId } }) => (
        <Link to="/workflows/$workflowId" params={{ workflowId }} search={{ session: id }}>
          <code>{id}</code>
        </Link>
      ),
    },
    {
      key: 'before',
      header: t('workflows.try.before'),
      isShort: true,
      cell: ({ before }) => decisionWords(before.decision, t),
    },
    {
      key: 'after',
      header: t('workflows.try.after'),
      isShort: true,
      cell: ({ after }) => decisionWords(after.decision, t),
    },
    {
      key: 'because',
      header: t('workflows.try.because'),
      cell: ({ differences }) =>
        differences
          .map(
            ({ check, reason }) => `${checkText(check, t)}: ${t(`workflows.try.reason.${reason}`)}`,
          )
          .join('; '),
    },
  ];
}

function decisionWords(decision: Judged['before']['decision'], t: Translate): string {
  return decision === 'awaiting_external' || decision === 'failed'
    ? t(`workflows.try.decision.${decision}`)
    : t(`workflows.decision.${decision}`);
}
