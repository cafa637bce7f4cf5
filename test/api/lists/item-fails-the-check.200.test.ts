import { insertApiKey } from '../../../shared/auth/insert-api-key';
import { text } from '../../processes/api-caller';
import { setRecordStage, type RecordStage } from '../../checks/records/record-stage';
import { startApi, type RunningApi } from '../running-api';
import { listPath } from './list-caller';

/** The API over the records that the checks are judged by. */
let stage: RecordStage;
let api: RunningApi;
let key: string;
beforeAll(async () => {
  stage = await setRecordStage();
  api = await startApi({ deps: { db: stage.db, nobodys: stage.db, keyring: stage.keyring } });
  const { organizationId } = stage;
  const scopes = ['organization:write', 'identities:read'] as const;
  key = await insertApiKey(
    stage.db,
    { organizationId, environment: 'live', label: 'lists', scopes },
    new Date(),
  );
});
afterAll(async () => {
  await api.stop();
  await stage.stop();
});

async function judged(email: string): Promise<unknown> {
  const session = await stage.judging({ extracted: {}, fields: { email } });
  const { status, reasons } = await stage.run(session, 'check_against_list');
  return [status, ...reasons];
}

test('an item of the API fails the check as its list says, until it is deleted', async () => {
  const made = await api.ask('POST', listPath(), { key, json: { name: 'Fraud', action: 'block' } });
  const list = text(made.body, 'id');
  expect(await judged('noor@example.org')).toEqual(['passed']);
  const added = await api.ask('POST', listPath(`${list}/items`), {
    key,
    json: { items: [{ kind: 'email', value: 'Noor+1@Example.org' }] },
  });
  expect(await judged('noor@example.org')).toEqual(['failed', 'on_block_list']);
  expect(await judged('nora@example.org')).toEqual(['passed']);
  await api.ask('PATCH', listPath(list), { key, json: { action: 'flag' } });
  expect(await judged('noor@example.org')).toEqual(['passed', 'on_flag_list']);
  const item = `${list}/items/${String(added.body['item_ids'])}`;
  expect((await api.ask('DELETE', listPath(item), { key })).status).toBe(204);
  expect(await judged('noor@example.org')).toEqual(['passed']);
});
