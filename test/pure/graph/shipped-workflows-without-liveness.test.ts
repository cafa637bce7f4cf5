import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultWorkflow } from '../../../shared/domain/graph/default-workflow';
import type { WorkflowDefinition } from '../../../shared/domain/graph/definition';
import { writtenDefinitionSchema } from '../../../services/api/workflows/definition/definition-schema';
import { parseDefinition } from '../../../services/api/workflows/definition/parse-definition';

const folder = join(__dirname, '../../../deploy/workflows');
const shipped: readonly (readonly [string, WorkflowDefinition])[] = [
  ['the default', defaultWorkflow],
  ...readdirSync(folder).map((name) => {
    const written: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const parsed = parseDefinition(writtenDefinitionSchema.parse(written));
    if (!parsed.ok) throw new Error(name);
    return [name, parsed.definition] as const;
  }),
];
const withLiveness = shipped.filter(([, { requirements }]) => requirements.liveness === true);

it('some of the shipped workflows ask for liveness', () => {
  expect(withLiveness.length).toBeGreaterThan(1);
});

it.each(withLiveness)(
  '%s: who cannot perform the challenges goes to a person, whatever else passed',
  (_name, { graph }) => {
    const liveness = graph.nodes.find(
      (node) => node.kind === 'policy' && node.check === 'liveness',
    );
    if (liveness?.kind !== 'policy') throw new Error('no check of liveness');
    const { skipped } = liveness.routes;
    const next = graph.nodes.find(({ id }) => id === skipped);
    // Without a route of its own it is a person's matter by default.
    const decision = next?.kind === 'terminal' ? next.decision : undefined;
    expect(skipped === undefined ? 'needs_review' : decision).toBe('needs_review');
  },
);
