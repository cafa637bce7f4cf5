import { costUsage, parseCostOptions } from '../../tools/bench/cost/options';

it('measures five rounds on the development server unless told otherwise', () => {
  expect(parseCostOptions([])).toEqual({ rounds: 5, counts: false, temporal: 'dev' });
  const given = ['--rounds=7', '--counts', '--temporal=postgres', '--statements=a.txt'];
  expect(parseCostOptions(given)).toEqual({
    rounds: 7,
    counts: true,
    temporal: 'postgres',
    statements: 'a.txt',
  });
});

it('measures some kinds alone, layers among them, and writes profiles where it is told', () => {
  const given = parseCostOptions(['--only=live;+ row security', '--profile=there']);
  expect(given).toMatchObject({ only: ['live', '+ row security'], profile: 'there' });
});

it.each([
  ['--only=live;nothing'],
  ['--rounds=0'],
  ['--rounds=many'],
  ['--temporal=oracle'],
  ['--unknown'],
  ['unknown'],
])('answers %s with its usage', (argument) => {
  expect(() => parseCostOptions([argument])).toThrow(costUsage);
});
