import { sql } from 'kysely';
import { z } from 'zod';
import { keyedHash, ownerKey } from '../../../shared/applicant/keyed-hash';
import { nameAndDayKeys } from '../../../shared/applicant/full-names';
import { generateRows, rarely } from '../../database/generated-rows';
import { rowsLookedAt } from '../rows-looked-at';
import { startApi, type RunningApi } from '../running-api';

const sessions = 20_000;
/** The rows of one person, of their sessions and cases, and of the entries that lead to them. */
const mostRows = 1_000;
/** Named at the third, and planned without its values at the sixth from then: the last is looked at too. */
const executions = 10;
const listed = z.object({ data: z.array(z.object({ id: z.string() })) });
const born = '1974-08-12';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  const { id } = await api.db.selectFrom('organizations').select('id').executeTakeFirstOrThrow();
  await generateRows(api.db, { organizationId: id, sessions, onlyCases: true });
  const key = ownerKey(
    api.keyring,
    { organization_id: id, environment: 'live' },
    'duplicate-attributes',
  );
  const [nameKey = ''] = nameAndDayKeys('ANNA ERIKSSON', born);
  const name = keyedHash(key, 'name_dob', nameKey);
  const number = keyedHash(key, 'document', 'UTO:L898902C3');
  // Everybody has a name and a number, and nobody's data are hidden; one person is rare.
  await api.db.transaction().execute(async (trx) => {
    await sql`SET LOCAL session_replication_role = replica`.execute(trx);
    await sql`UPDATE sessions SET retention_status = 'active'`.execute(trx);
    await sql`INSERT INTO session_attributes
        (organization_id, environment, session_id, kind, value_hash, created_at)
      SELECT organization_id, environment, id, kind, CASE
        WHEN country = 'MT' AND kind = 'name_dob' THEN ${name}::bytea
        WHEN country = 'MT' THEN ${number}::bytea
        ELSE sha256((kind || id)::bytea) END, created_at
      FROM sessions, unnest(ARRAY['name_dob', 'document']) AS kind`.execute(trx);
  });
  await sql`VACUUM (ANALYZE)`.execute(api.db);
});
afterAll(() => api.stop());

const person = { name: 'Anna Eriksson', date_of_birth: born };
const number = { document_number: 'L898902C3' };

test.each(
  ['/api/v1/sessions/search', '/api/v1/cases/search'].flatMap((path) => [
    { path, sought: person },
    { path, sought: number },
    { path, sought: { ...number, issuing_state: 'UTO' } },
    { path, sought: { ...person, ...number } },
  ]),
)('$path by $sought looks at that person alone', async ({ path, sought }) => {
  const ask = async () => {
    const before = await rowsLookedAt(api);
    const { body } = await api.ask('POST', path, { json: { ...sought, limit: 20 } });
    expect(listed.parse(body).data).toHaveLength(sessions / rarely);
    return (await rowsLookedAt(api)) - before;
  };
  const first = await ask();
  for (let turn = 2; turn < executions; turn += 1) await ask();
  expect(Math.max(first, await ask())).toBeLessThan(mostRows);
});
