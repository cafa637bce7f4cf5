import { useRead } from '../../api/use-read';
import { Bar } from '../../parts/bar';
import { shareText } from '../../parts/duration';
import { Table, type Column } from '../../parts/table';
import { useWords } from '../../parts/words';
import type { Translate } from '../../texts';
import type { FunnelGroup } from './measured';

type By = 'country' | 'device' | 'language' | 'workflow';

interface FunnelGroupsProps {
  readonly groups: readonly FunnelGroup[];
  readonly by: By;
}

/** The same, told apart: who comes through, and who does not. */
export function FunnelGroups({ groups, by }: FunnelGroupsProps) {
  const { t, language } = useWords();
  const names = useWorkflowNames(by === 'workflow');
  const number = new Intl.NumberFormat(language);
  const of = ({ steps }: FunnelGroup, step: 'created' | 'opened' | 'submitted' | 'decided') =>
    steps[step] ?? 0;
  const columns: readonly Column<FunnelGroup>[] = [
    {
      key: 'key',
      header: t(`insights.by.${by}`),
      cell: ({ key }) =>
        key === null ? t('insights.unknown') : keyText(key, by, names, language, t),
    },
    {
      key: 'created',
      header: t('insights.step.created'),
      align: 'end',
      cell: (group) => number.format(of(group, 'created')),
    },
    {
      key: 'opened',
      header: t('insights.step.opened'),
      align: 'end',
      cell: (group) => shareText(of(group, 'opened'), of(group, 'created'), language),
    },
    {
      key: 'submitted',
      header: t('insights.step.submitted'),
      cell: (group) => (
        <Bar share={of(group, 'submitted') / Math.max(of(group, 'created'), 1)}>
          {shareText(of(group, 'submitted'), of(group, 'created'), language)}
        </Bar>
      ),
    },
    {
      key: 'approved',
      header: t('insights.approved'),
      align: 'end',
      cell: (group) => shareText(group.decided.approved, of(group, 'decided'), language),
    },
    {
      key: 'camera',
      header: t('insights.camera'),
      align: 'end',
      cell: (group) => shareText(group.camera_denied, of(group, 'opened'), language),
    },
  ];
  return (
    <section className="stack" aria-labelledby="groups-title">
      <h2 id="groups-title">{t(`insights.groups.${by}`)}</h2>
      <Table
        caption={t(`insights.groups.${by}`)}
        columns={columns}
        rows={groups}
        rowKey={({ key }) => key ?? ''}
        problem={null}
        onRetry={() => undefined}
        empty={null}
      />
    </section>
  );
}

function useWorkflowNames(enabled: boolean): ReadonlyMap<string, string> {
  const { data } = useRead('GET /api/v1/workflows', { query: { limit: 100 } }, { enabled });
  return new Map(data?.data.map(({ id, name }) => [id, name]) ?? []);
}

function keyText(
  key: string,
  by: By,
  names: ReadonlyMap<string, string>,
  language: string,
  t: Translate,
): string {
  switch (by) {
    case 'country':
      return displayName(key, 'region', language);
    case 'language':
      return displayName(key, 'language', language);
    case 'device':
      return key === 'phone' || key === 'tablet' || key === 'desktop'
        ? t(`insights.device.${key}`)
        : key;
    case 'workflow':
      return names.get(key) ?? key;
  }
}

/** The code itself where it is none that the browser knows. */
function displayName(code: string, type: 'region' | 'language', language: string): string {
  try {
    return new Intl.DisplayNames(language, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}
