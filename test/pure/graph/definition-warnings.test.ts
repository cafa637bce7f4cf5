import { readdirSync, readFileSync } from 'node:fs';
import { checkNames } from '../../../shared/domain/checks/outcome';
import {
  defaultWorkflow,
  documentAndSelfieWorkflow,
} from '../../../shared/domain/graph/default-workflow';
import { definitionWarnings } from '../../../services/api/workflows/definition/definition-warnings';
import { ageNode, parsed, startNode, terminals } from './written';

function warningsOf(written: object): unknown {
  const result = parsed({ nodes: [startNode, ageNode, ...terminals], ...written });
  if (!result.ok) throw new Error('not a definition');
  return definitionWarnings(result.definition);
}

test('nothing is wrong with what is shipped', () => {
  expect(definitionWarnings(defaultWorkflow)).toEqual([]);
  expect(definitionWarnings(documentAndSelfieWorkflow)).toEqual([]);
  for (const file of readdirSync('deploy/workflows')) {
    const { nodes, steps, data_requirements } = JSON.parse(
      readFileSync(`deploy/workflows/${file}`, 'utf8'),
    ) as Record<string, unknown>;
    const result = parsed({
      ...(nodes === undefined ? { steps } : { nodes }),
      ...(data_requirements === undefined ? {} : { data_requirements }),
    });
    expect(result.ok && definitionWarnings(result.definition)).toEqual([]);
  }
});

test.each(checkNames)('%s: warned of where nobody asks for what it looks at', (check) => {
  const nothing = { document_types: [], selfie: false, liveness: false, proof_of_address: false };
  const looksAtWhatThereIs = [
    'duplicate_detection',
    'check_against_list',
    'watchlist_screening',
    'risk_assessment',
  ].includes(check);
  const found = warningsOf({
    nodes: [startNode, { ...ageNode, check, config: {} }, ...terminals],
    data_requirements: nothing,
  });
  if (looksAtWhatThereIs) expect(found).toEqual([]);
  else
    expect(found).toContainEqual(
      expect.objectContaining({ node: 'adult', code: 'input_not_asked' }),
    );
  const everything = { selfie: true, liveness: true, proof_of_address: true };
  expect(
    warningsOf({
      nodes: [startNode, { ...ageNode, check, config: {} }, ...terminals],
      data_requirements: everything,
    }),
  ).toEqual([]);
});

test('a way to approved without a check, also through a condition or a gate', () => {
  const unchecked = [{ node: 'yes', code: 'approved_without_check' }];
  const [yes, no] = terminals;
  expect(warningsOf({ nodes: [{ ...startNode, next: 'yes' }, yes] })).toMatchObject(unchecked);
  const fork = {
    id: 'fork',
    type: 'conditional',
    conditions: [{ field: 'country', operator: '==', value: 'NL', to: 'adult' }],
    default: 'bank',
  };
  const bank = { id: 'bank', type: 'wait', next: 'yes', on_fail: 'no' };
  const nodes = [{ ...startNode, next: 'fork' }, fork, bank, ageNode, yes, no];
  expect(warningsOf({ nodes })).toMatchObject(unchecked);
});

test.each([
  ['a country by its name', { config: { allowed_countries: ['Netherlands'] } }],
  ['a code of no country', { config: { allowed_countries: ['NL', 'QQ'] } }],
])('%s in a filter is refused, with its place', (_name, change) => {
  const node = { ...ageNode, check: 'id_document_filter', ...change };
  const result = parsed({ nodes: [startNode, node, ...terminals] });
  expect(result).toMatchObject({
    ok: false,
    problems: [{ node: 'adult', code: 'invalid_config' }],
  });
});
