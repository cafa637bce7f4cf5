import type { RunningApi } from '../../../api/running-api';
import { text } from '../../../processes/api-caller';
import { press, shows, type ConsoleScreen } from './console-screen';

/** Made by whichever screen comes first: a repeat gets the first answer again. */
async function made(api: RunningApi, path: string, json: unknown): Promise<string> {
  const headers = { 'Idempotency-Key': `gallery/${path}` };
  return text((await api.ask('POST', `/api/v1/${path}`, { json, headers })).body, 'id');
}

const person = { name: 'customer-77' };
async function identity(api: RunningApi): Promise<string> {
  const json = { external_ref: person.name, tags: ['vip'], metadata: { branch: 'Utrecht' } };
  return `/identities/${await made(api, 'identities', json)}`;
}

const items = [
  { kind: 'document_number', value: 'NLD:SPX015127' },
  { kind: 'name_dob', value: 'Somebody Nobody Knows 1990-01-31' },
  { kind: 'email', value: 'a.rather.long.address.of.somebody@mail.example.org' },
];

const fraudsters = { name: 'Known fraudsters' };
async function list(api: RunningApi): Promise<string> {
  const id = await made(api, 'lists', { name: fraudsters.name, action: 'block' });
  await api.ask('POST', `/api/v1/lists/${id}/items`, { json: { items } });
  return `/lists/${id}`;
}

const ofIdentity = { path: identity, route: '/identities/$identityId', title: person } as const;
const ofList = { path: list, route: '/lists/$listId', title: fraudsters } as const;

export const lookupScreens: readonly ConsoleScreen[] = [
  {
    name: 'identities',
    route: '/identities',
    role: 'senior',
    title: 'nav.identities',
    path: async (api) => {
      await identity(api);
      return '/identities';
    },
  },
  { ...ofIdentity, name: 'identity', role: 'senior', reach: shows('identities.no_sessions') },
  { ...ofIdentity, name: 'identity-merge', role: 'senior', reach: press('identities.merge') },
  {
    name: 'lists',
    route: '/lists',
    role: 'admin',
    title: 'nav.lists',
    path: async (api) => {
      await list(api);
      return '/lists';
    },
    reach: shows('lists.action.block'),
  },
  { ...ofList, name: 'list', role: 'admin', reach: shows('lists.kind.name_dob') },
  { ...ofList, name: 'list-as-reviewer', role: 'reviewer', reach: shows('lists.value.hidden') },
  { ...ofList, name: 'list-add', role: 'admin', reach: press('lists.add') },
  {
    ...ofList,
    name: 'list-import-refused',
    role: 'admin',
    async reach(reviewer) {
      await press('lists.import')(reviewer);
      const csv = 'document_number,email\nNLD:SPX015128,\n,nobody\nNLD:SPX015129,some one@x\n';
      await reviewer.page.locator('input[type=file]').setInputFiles({
        name: 'fraudsters.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(csv),
      });
      await press('lists.import.go')(reviewer);
      await shows('lists.import.wrong')(reviewer);
    },
  },
];
