import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSearchPatch } from '../../address/search-params';
import { compareDefinitions, isSame } from '../../flow/compare';
import { LazyChart } from '../../flow/lazy-chart';
import { Problem } from '../../parts/problem';
import { useText } from '../../parts/words';
import { Differences } from './differences';
import { TryOnSessions } from './try-on-sessions';
import { useDefinition } from './use-definition';

const route = getRouteApi('/signed-in/workflows/$workflowId/versions');

interface ComparisonProps {
  readonly workflowId: string;
  readonly from: number;
  readonly to: number;
}

/** What became of one version in another: in words, drawn, and in what it would have decided. */
export function Comparison({ workflowId, from, to }: ComparisonProps) {
  const t = useText();
  const patch = useSearchPatch();
  const { node = null } = route.useSearch();
  const before = useDefinition(workflowId, from);
  const after = useDefinition(workflowId, to);
  const found = useMemo(
    () =>
      before.definition === undefined || after.definition === undefined
        ? null
        : compareDefinitions(before.definition, after.definition),
    [before.definition, after.definition],
  );
  const problem = before.problem ?? after.problem;
  if (problem !== null) return <Problem cause={problem} />;
  if (found === null) return <p className="loading soft">{t('loading')}</p>;
  return (
    <>
      <section className="panel">
        <h2>{t('workflows.diff.title', { from, to })}</h2>
        {isSame(found) ? <p>{t('workflows.diff.same')}</p> : <Differences found={found} />}
      </section>
      <LazyChart
        flow={found.flow}
        nodeMarks={found.nodeMarks}
        edgeMarks={found.edgeMarks}
        selected={node}
        onSelect={(id) => patch({ node: id ?? undefined })}
      />
      {before.definition === undefined || after.definition === undefined ? null : (
        <TryOnSessions
          key={`${String(from)} ${String(to)}`}
          workflowId={workflowId}
          versions={[
            { version: to, definition: after.definition },
            { version: from, definition: before.definition },
          ]}
        />
      )}
    </>
  );
}
