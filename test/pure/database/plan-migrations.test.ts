import { assert, property, subarray, uniqueArray, integer } from 'fast-check';
import { planMigrations } from '../../../shared/database/migrating/plan-migrations';

const ours = ['0001-a', '0002-b', '0003-c'];

test.each<[string, readonly string[], ReturnType<typeof planMigrations>]>([
  ['nothing yet', [], { kind: 'go', pending: ours, newer: [] }],
  ['the first', ['0001-a'], { kind: 'go', pending: ['0002-b', '0003-c'], newer: [] }],
  ['all', ours, { kind: 'go', pending: [], newer: [] }],
  [
    'all, and a later release’s',
    [...ours, '0005-e', '0004-d'],
    { kind: 'go', pending: [], newer: ['0004-d', '0005-e'] },
  ],
  [
    'a stranger in between',
    ['0001-a', '0002-x'],
    { kind: 'conflict', why: 'it has 0002-x, which is older than 0003-c and not of this release' },
  ],
  [
    'a gap',
    ['0001-a', '0003-c'],
    { kind: 'conflict', why: 'it has 0003-c, but not 0002-b before it' },
  ],
  [
    'a later release’s, and not all of ours',
    ['0001-a', '0002-b', '0004-d'],
    { kind: 'conflict', why: 'it has 0004-d, but not 0003-c before it' },
  ],
])('a database that has had %s', (_what, applied, plan) => {
  expect(planMigrations(ours, new Set(applied))).toEqual(plan);
});

test('what goes ahead leaves every migration applied once, in order; a release before it finds only newer ones', () => {
  const numbers = uniqueArray(integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });
  assert(
    property(
      numbers.chain((all) => subarray(all, { minLength: 1 })),
      integer({ min: 0, max: 12 }),
      integer({ min: 0, max: 12 }),
      (all, had, earlier) => {
        const names = [...all].sort((a, b) => a - b).map((one) => String(one).padStart(4, '0'));
        const plan = planMigrations(names, new Set(names.slice(0, had)));
        expect(plan).toEqual({ kind: 'go', pending: names.slice(had), newer: [] });
        expect(planMigrations(names.slice(0, earlier), new Set(names))).toEqual({
          kind: 'go',
          pending: [],
          newer: names.slice(earlier),
        });
      },
    ),
  );
});
