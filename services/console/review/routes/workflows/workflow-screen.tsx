import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useRead } from '../../api/use-read';
import { flowOf } from '../../flow/flow';
import { LazyChart } from '../../flow/lazy-chart';
import { NodeDetails } from '../../flow/node-details';
import { Outline } from '../../flow/outline';
import { wayOf } from '../../flow/way';
import { Page } from '../../parts/page';
import { Problem } from '../../parts/problem';
import { useSearchPatch } from '../../address/search-params';
import { useText } from '../../parts/words';
import { useMay } from '../../session/me';
import { rolloutWords } from './rollout-words';
import { StandingBadges } from './standing-badges';
import { useDefinition } from './use-definition';
import { useSessionWay } from './use-session-way';
import { WayBar } from './way-bar';

const route = getRouteApi('/signed-in/workflows/$workflowId');

/** One workflow as a graph; with `session`, the way that a session took through it. */
export function WorkflowScreen() {
  const t = useText();
  const { workflowId } = route.useParams();
  const search = route.useSearch();
  const patch = useSearchPatch();
  const {
    data: workflow,
    error,
    refetch,
  } = useRead('GET /api/v1/workflows/{id}', {
    params: { id: workflowId },
  });
  const mayWrite = useMay('workflows:write');
  const session = useSessionWay(search.session);
  const run = session.run?.workflow_id === workflowId ? session.run : undefined;
  const version = run?.workflow_version ?? search.version ?? workflow?.version;
  const shown = useDefinition(workflowId, version);
  const { definition } = shown;
  const flow = useMemo(() => (definition === undefined ? null : flowOf(definition)), [definition]);
  const way = useMemo(
    () => (flow === null || run === undefined ? null : wayOf(flow, run)),
    [flow, run],
  );
  const select = (node: string | null): void => patch({ node: node ?? undefined });
  const problem = error ?? shown.problem;
  if (problem !== null && flow === null) {
    const retry = error === null ? shown.retry : () => void refetch();
    return <Problem cause={problem} onRetry={retry} />;
  }
  return (
    <Page
      title={workflow?.name ?? t('workflows.name')}
      back={{ to: '/workflows', text: t('nav.workflows') }}
      lead={workflow === undefined ? undefined : rolloutWords(workflow, t)}
      actions={
        <>
          {workflow === undefined ? null : <StandingBadges workflow={workflow} />}
          <Link className="button" to="/workflows/$workflowId/versions" params={{ workflowId }}>
            {t('workflows.versions')}
          </Link>
          {mayWrite ? (
            <Link className="button" to="/workflows/$workflowId/edit" params={{ workflowId }}>
              {t('workflows.edit')}
            </Link>
          ) : null}
        </>
      }
    >
      {search.session === undefined ? null : (
        <WayBar sessionId={search.session} workflowId={workflowId} {...session} />
      )}
      {flow === null ? (
        <p className="loading soft">{t('loading')}</p>
      ) : (
        <>
          <div className="flow-screen">
            <section aria-label={t('workflows.graph')}>
              <LazyChart flow={flow} way={way} selected={search.node ?? null} onSelect={select} />
            </section>
            <section
              className="panel flow-details"
              data-open={search.node === undefined ? undefined : true}
              aria-label={t('workflows.details')}
            >
              <NodeDetails
                node={flow.nodes.find(({ id }) => id === search.node)}
                flow={flow}
                way={way}
                onSelect={select}
              />
            </section>
          </div>
          <section className="panel">
            <h2>{t('workflows.outline')}</h2>
            <p className="soft">{t('workflows.outline.text')}</p>
            <Outline flow={flow} way={way} selected={search.node ?? null} onSelect={select} />
          </section>
        </>
      )}
    </Page>
  );
}
