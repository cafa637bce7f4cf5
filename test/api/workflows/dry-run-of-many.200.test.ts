import { z } from 'zod';
import { text } from '../../processes/api-caller';
import { startApi, type RunningApi } from '../running-api';
import { storeDecided, type StoredPerson } from './decided-sessions';
import { withConfig, withMinimumAge } from './definitions';
import { everyTable } from './every-table';

const stored = 200;
/** Every fourth person is too young for the new rule, every fifth face is below the new threshold. */
const people = Array.from({ length: stored }, (_, index): StoredPerson => ({
  dateOfBirth: index % 4 === 0 ? '2005-06-15' : '1970-06-15',
  faceScore: index % 5 === 0 ? 0.45 : 0.9,
}));

let api: RunningApi;
let path: string;
beforeAll(async () => {
  api = await startApi();
  await storeDecided(api, people);
  const listed = await api.ask('GET', '/api/v1/workflows');
  const [workflow] = z.array(z.record(z.string(), z.unknown())).parse(listed.body['data']);
  path = `/api/v1/workflows/${text(workflow ?? {}, 'id')}/dry-run`;
});
afterAll(() => api.stop());

const answerBody = z.object({
  totals: z.record(z.string(), z.unknown()),
  sessions: z.array(z.object({ differs: z.boolean() })),
});

async function dryRun(json: Record<string, unknown>): Promise<z.infer<typeof answerBody>> {
  return answerBody.parse((await api.ask('POST', path, { json })).body);
}

it('the version that judged them differs from itself in no session', async () => {
  const { totals, sessions } = await dryRun({ last: stored });
  expect(totals).toMatchObject({ sessions: stored, same: stored, differing: 0, decisions: {} });
  expect(sessions.filter(({ differs }) => differs)).toEqual([]);
});

it('a higher minimum age turns the decision of exactly those who are too young', async () => {
  const { totals } = await dryRun({ last: stored, definition: withMinimumAge(40) });
  expect(totals).toMatchObject({
    differing: stored / 4,
    decisions: { approved_to_rejected: stored / 4 },
    checks: { age: stored / 4 },
  });
});

it('a stricter threshold fails exactly the faces whose recorded score is below it', async () => {
  const definition = withConfig('face_match', { threshold: 'strict' });
  const { totals } = await dryRun({ last: stored, definition });
  expect(totals).toMatchObject({
    differing: stored / 5,
    decisions: { approved_to_rejected: stored / 5 },
    checks: { face_match: stored / 5 },
  });
});

it('no row of any table is written, changed or removed', async () => {
  const before = await everyTable(api.db);
  await dryRun({ last: stored, definition: withMinimumAge(40) });
  await dryRun({ last: stored });
  expect(await everyTable(api.db)).toEqual(before);
});
