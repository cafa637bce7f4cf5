import fc from 'fast-check';
import { definitionView } from '../../../../services/api/workflows/definition-view';
import { walkedNodes } from '../../../../services/api/results/walked-nodes';
import { flowOf } from '../../../../services/console/review/flow/flow';
import { wayOf, type WorkflowRun } from '../../../../services/console/review/flow/way';
import { checkNames, checkStatuses } from '../../../../shared/domain/checks/outcome';
import { defaultWorkflow } from '../../../../shared/domain/graph/default-workflow';
import { onlyChecks } from '../../../../shared/domain/graph/only-checks';
import { walkWay } from '../../../../shared/domain/graph/walk';

const flow = flowOf(definitionView(defaultWorkflow));
const edgeIds = new Set(flow.edges.map(({ id }) => id));

/** As `GET …/workflow-run` answers for a session with these outcomes and these checks. */
function runOf(
  statuses: ReadonlyMap<string, (typeof checkStatuses)[number]>,
  wanted: readonly (typeof checkNames)[number][] | null,
): WorkflowRun {
  const graph = onlyChecks(defaultWorkflow.graph, wanted);
  const checks = new Map(
    checkNames.flatMap((check) => {
      const status = statuses.get(check);
      return status === undefined ? [] : [[check, { check, status, score: null, reasons: [] }]];
    }),
  );
  const walked = walkWay(graph, {
    checks,
    gates: new Map(),
    choices: new Map([['face_compared', 'review']]),
  });
  return {
    session_id: 'ses_1',
    attempt: 1,
    status: 'decided',
    workflow_id: 'wfl_1',
    workflow_version: 1,
    started_at: '2026-11-01T00:00:00Z',
    finished_at: null,
    current_node: walked.way.at(-1) ?? null,
    nodes: walkedNodes(graph, walked).map(({ node, place }) =>
      node.kind === 'policy'
        ? {
            ...{ id: node.id, place, type: 'policy', check: node.check, status: 'pending' },
            ...{ score: null, reasons: [], started_at: null, duration_ms: null },
          }
        : node.kind === 'terminal'
          ? { id: node.id, place, type: 'terminal', decision: node.decision }
          : { id: node.id, place, type: 'conditional' },
    ),
  };
}

const statuses = fc
  .tuple(...checkNames.map(() => fc.option(fc.constantFrom(...checkStatuses), { freq: 9 })))
  .map(
    (drawn) =>
      new Map(
        checkNames.flatMap((check, index) => {
          const status = drawn[index];
          return status == null ? [] : [[check, status] as const];
        }),
      ),
  );

it('a way is one line of drawn edges from the start to where the session is, past what it leaves out', () => {
  const wanted = fc.option(fc.subarray([...checkNames]));
  fc.assert(
    fc.property(statuses, wanted, (drawn, checks) => {
      const run = runOf(drawn, checks);
      const way = wayOf(flow, run);
      expect(way.nodes[0]).toBe('start');
      expect(way.nodes.at(-1)).toBe(run.current_node);
      const steps = way.nodes.slice(1).map((to, index) => `${way.nodes[index] ?? ''}>${to}`);
      expect([...way.edges]).toEqual(steps);
      expect(steps.filter((step) => !edgeIds.has(step))).toEqual([]);
      const come = run.nodes.filter(({ place }) => place !== 'not_reached').map(({ id }) => id);
      expect(way.nodes.filter((id) => id !== 'start' && !way.leftOut.has(id))).toEqual(come);
    }),
  );
});

it('a check that the session leaves out is said to be, and the line goes on through it', () => {
  const passed = new Map(checkNames.map((check) => [check, 'passed'] as const));
  const way = wayOf(flow, runOf(passed, ['document_ocr', 'face_match']));
  expect(way.leftOut).toContain('document_quality');
  expect(way.edges).toContain('document_quality>document_ocr');
  expect(way.at).toBe('approved');
});
