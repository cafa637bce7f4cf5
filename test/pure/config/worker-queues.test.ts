import fc from 'fast-check';
import { parseSettings, workerSettingsSchema } from '../../../shared/config/settings';
import { workerQueues } from '../../../shared/temporal/worker-queues';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';

const needed = { DATABASE_URL: 'postgres://u:p@127.0.0.1/db', VERIFA_CACHE_DIR: '/models' };
const queuesOf = (given?: string): readonly string[] => [
  ...parseSettings(workerSettingsSchema, {
    ...needed,
    ...(given === undefined ? {} : { WORKER_QUEUES: given }),
  }).WORKER_QUEUES,
];

function refusal(given: Readonly<Record<string, string>>): unknown {
  try {
    parseSettings(workerSettingsSchema, { ...needed, ...given });
  } catch (cause) {
    return cause instanceof VerifaError ? [cause.code, cause.detail] : cause;
  }
  return 'taken';
}

test('a worker serves all queues unless it is told which', () => {
  expect(queuesOf()).toEqual(workerQueues);
});

test('any selection of queues is taken in any order, with blanks and repeats', () => {
  const chosen = fc.array(fc.constantFrom(...workerQueues), { minLength: 1 });
  fc.assert(
    fc.property(chosen, fc.constantFrom(',', ', ', ' ,'), (names, comma) => {
      expect(new Set(queuesOf(names.join(comma)))).toEqual(new Set(names));
    }),
  );
});

test.each([
  ['cheks', 'cheks'],
  ['sessions,Checks', 'Checks'],
  ['sessions,', ''],
  [',lists', ''],
  [' ', ''],
  ['sessions;checks', 'sessions;checks'],
])('"%s" is refused, and the name that is wrong is in the error', (given, wrong) => {
  expect(refusal({ WORKER_QUEUES: given })).toEqual([
    'config_invalid',
    `WORKER_QUEUES: "${wrong}" is no queue; there are sessions, checks, deliveries, lists`,
  ]);
});

test.each([
  'DATABASE_POOL_SIZE',
  'MAX_CACHED_WORKFLOWS',
  'MAX_CONCURRENT_WORKFLOW_TASKS',
  'MAX_CONCURRENT_LOCAL_ACTIVITIES',
  'MAX_CONCURRENT_SESSION_ACTIVITIES',
  'MAX_CONCURRENT_DELIVERIES',
])('%s of none at all is refused by its name', (name) => {
  expect(refusal({ [name]: '0' })).toEqual([
    'config_invalid',
    expect.stringMatching(new RegExp(`^${name}: `)),
  ]);
});
