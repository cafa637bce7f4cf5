import { readdirSync, readFileSync } from 'node:fs';
import { writtenDefinitionSchema } from '../../../services/api/workflows/definition/definition-schema';
import { defaultWorkflow } from '../../../shared/domain/graph/default-workflow';
import { checksOf } from '../../../shared/domain/graph/walk';
import { ageNode, parsed, startNode, terminals } from './written';

const [yes, no] = terminals;

function problemsOf(nodes: readonly unknown[]): unknown {
  const result = parsed({ nodes });
  return result.ok ? [] : result.problems;
}

test('a graph that hangs together is accepted', () => {
  expect(problemsOf([startNode, ageNode, ...terminals])).toEqual([]);
});

const broken: readonly [string, readonly unknown[], object][] = [
  [
    'a cycle',
    [
      startNode,
      ageNode,
      { ...ageNode, id: 'second', check: 'face_match', routes: { passed: 'adult', failed: 'no' } },
      ...terminals,
    ].map((node) =>
      node === ageNode ? { ...ageNode, routes: { passed: 'second', failed: 'yes' } } : node,
    ),
    { node: 'second', path: 'routes.passed', code: 'cycle' },
  ],
  [
    'an unreachable node',
    [startNode, ageNode, ...terminals, { id: 'alone', type: 'terminal', decision: 'rejected' }],
    { node: 'alone', code: 'unreachable' },
  ],
  [
    'a missing route',
    [startNode, { ...ageNode, routes: { passed: 'yes' } }, ...terminals],
    { node: 'adult', path: 'routes.failed', code: 'missing_route' },
  ],
  [
    'a conditional without a default',
    [
      { ...startNode, next: 'where' },
      {
        id: 'where',
        type: 'conditional',
        conditions: [{ field: 'country', operator: '==', value: 'US', to: 'adult' }],
      },
      ageNode,
      ...terminals,
    ],
    { node: 'where', path: 'default', code: 'missing_route' },
  ],
  [
    'a gate that says nothing of failing',
    [{ ...startNode, next: 'bank' }, { id: 'bank', type: 'wait', next: 'yes' }, yes],
    { node: 'bank', path: 'on_fail', code: 'missing_route' },
  ],
  [
    'an unknown check',
    [startNode, { ...ageNode, check: 'palm_reading' }, ...terminals],
    { node: 'adult', path: 'check', code: 'unknown_check' },
  ],
  [
    'an unknown setting of a check',
    [startNode, { ...ageNode, config: { minimum: 18 } }, ...terminals],
    { node: 'adult', path: 'config.minimum', code: 'unknown_field' },
  ],
  [
    'a setting of the wrong kind',
    [startNode, { ...ageNode, config: { minimum_age: 'adult' } }, ...terminals],
    { node: 'adult', path: 'config.minimum_age', code: 'invalid_config' },
  ],
  [
    'an unknown field of a condition',
    [
      startNode,
      { ...ageNode, routes: { passed: 'where', failed: 'no' } },
      {
        id: 'where',
        type: 'conditional',
        conditions: [{ field: 'shoe_size', operator: '>', value: 44, to: 'yes' }],
        default: 'no',
      },
      ...terminals,
    ],
    { node: 'where', path: 'conditions.0.field', code: 'unknown_field' },
  ],
  [
    'a value that does not suit its operator',
    [
      { ...startNode, next: 'where' },
      {
        id: 'where',
        type: 'conditional',
        conditions: [{ field: 'country', operator: 'in', value: 'US', to: 'yes' }],
        default: 'no',
      },
      ...terminals,
    ],
    { node: 'where', path: 'conditions.0.value', code: 'invalid_value' },
  ],
  [
    'a route to nowhere',
    [startNode, { ...ageNode, routes: { passed: 'heaven', failed: 'no' } }, ...terminals],
    { node: 'adult', path: 'routes.passed', code: 'unknown_target' },
  ],
  [
    'one check in two nodes',
    [
      startNode,
      { ...ageNode, routes: { passed: 'again', failed: 'no' } },
      { ...ageNode, id: 'again' },
      ...terminals,
    ],
    { node: 'again', path: 'check', code: 'duplicate_check' },
  ],
  [
    'one id for two nodes',
    [startNode, ageNode, ...terminals, no],
    { node: 'no', path: 'id', code: 'duplicate_id' },
  ],
  ['no start', [ageNode, ...terminals], { node: null, code: 'no_start' }],
  [
    'two starts',
    [startNode, { ...startNode, id: 'other' }, ageNode, ...terminals],
    { node: 'other', code: 'several_starts' },
  ],
  [
    'no terminal',
    [startNode, { ...ageNode, routes: { passed: 'begin', failed: 'begin' } }],
    { node: null, code: 'no_terminal' },
  ],
];

test.each(broken)('%s is refused, by its node', (_what, nodes, problem) => {
  expect(problemsOf(nodes)).toContainEqual(expect.objectContaining(problem));
});

test('an unknown field of a node is refused where it stands', () => {
  const result = writtenDefinitionSchema.safeParse({
    nodes: [{ ...startNode, after: 'x' }, ageNode, ...terminals],
  });
  expect(result.success).toBe(false);
  expect(JSON.stringify(result.error?.issues)).toContain('after');
});

describe('the list form', () => {
  const steps = [
    { policy: 'document_quality', on_fail: 'continue' },
    { policy: 'document_ocr', on_fail: 'needs_review' },
    { policy: 'age', config: { minimum_age: 21 } },
  ];

  test('is a graph whose steps follow each other', () => {
    const result = parsed({ steps });
    if (!result.ok) throw new Error('refused');
    const { graph } = result.definition;
    expect(graph.start).toBe('document_quality');
    expect(checksOf(graph).map(({ id, routes }) => [id, routes.passed, routes.failed])).toEqual([
      ['document_quality', 'document_ocr', 'document_ocr'],
      ['document_ocr', 'age', 'needs_review'],
      ['age', 'approved', 'rejected'],
    ]);
  });

  test('is validated as the graph it is', () => {
    const result = parsed({ steps: [...steps, { policy: 'age' }] });
    expect(result).toMatchObject({ ok: false });
    expect(JSON.stringify(result)).toContain('"node":"age"');
  });
});

const examples = readdirSync('deploy/workflows').filter((name) => name.endsWith('.json'));

test.each(examples)('the example %s is accepted', (name) => {
  expect(parsed(JSON.parse(readFileSync(`deploy/workflows/${name}`, 'utf8')))).toMatchObject({
    ok: true,
  });
});

test('the default of the code is the default of the examples', () => {
  const written: unknown = JSON.parse(readFileSync('deploy/workflows/default.json', 'utf8'));
  expect(parsed(written)).toEqual({ ok: true, definition: defaultWorkflow });
});
