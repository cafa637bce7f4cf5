import type { Kysely } from 'kysely';
import type { Command, CommandDeps } from '../../services/admin/command';
import { createKey } from '../../services/admin/create-key';
import { createOrganization } from '../../services/admin/create-organization';
import { createCreateUser } from '../../services/admin/create-user';
import type { SetupMail } from '../../services/admin/setup-mail';
import { setPlan } from '../../services/admin/set-plan';
import { hashApiKey } from '../../shared/auth/api-key';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { isId, newId } from '../../shared/domain/ids';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { createTestDatabase } from '../stack/database';

const mails: SetupMail[] = [];
const createUser = createCreateUser({
  publicUrl: 'https://verify.example',
  sendMail: (mail) => {
    mails.push(mail);
    return Promise.resolve();
  },
});

/** What `npm run admin -- …` does, over the real Postgres. */
let db: Kysely<Database>;
let drop: () => Promise<void>;
let deps: CommandDeps;
beforeAll(async () => {
  const database = await createTestDatabase();
  drop = () => database.drop();
  db = connectDatabase({ url: database.url, maxConnections: 2 });
  deps = { db, clock: () => new Date() };
});
afterAll(async () => {
  await db.destroy();
  await drop();
});

async function refusal(command: Command, options: Record<string, string>): Promise<string> {
  const refused: unknown = await command.run(deps, options).catch((cause: unknown) => cause);
  if (!(refused instanceof VerifaError)) throw new Error('was not refused');
  return refused.message;
}

test('an organisation, a user, a key: the only organisation need not be named, two must be', async () => {
  expect(await refusal(createUser, { name: 'Somebody', role: 'reviewer' })).toContain(
    '--organization',
  );
  const { organization } = await createOrganization.run(deps, { name: 'One' });
  expect(await createUser.run(deps, { name: 'Somebody', role: 'senior' })).toMatchObject({
    organization,
    user: expect.stringMatching(/^usr_/) as unknown,
  });
  await createOrganization.run(deps, { name: 'Two' });
  expect(await refusal(createKey, { environment: 'live' })).toContain('--organization');
  const { key = '' } = await createKey.run(deps, {
    environment: 'sandbox',
    organization: organization ?? '',
    scopes: 'sessions:read, cases:read',
  });
  const stored = await db
    .selectFrom('api_keys')
    .select(['organization_id', 'environment', 'scopes'])
    .where('key_hash', '=', hashApiKey(key))
    .executeTakeFirstOrThrow();
  expect(stored).toEqual({
    organization_id: organization,
    environment: 'sandbox',
    scopes: ['sessions:read', 'cases:read'],
  });
});

test('a user with an address is told a link that works once, by mail as well; an address comes once', async () => {
  const { organization = '' } = await createOrganization.run(deps, { name: 'With people' });
  const wish = { organization, name: 'Ada', role: 'admin', email: 'Ada@Example.org' };
  const told = await createUser.run(deps, wish);
  expect(told).toMatchObject({ mailed: 'yes' });
  expect(told['setup_url']).toMatch(/^https:\/\/verify\.example\/console\/set-up#[\w-]{43}$/);
  expect(mails).toMatchObject([
    { to: 'ada@example.org', text: expect.stringContaining(told['setup_url'] ?? '') as unknown },
  ]);
  expect(await refusal(createUser, wish)).toContain('--email');
  const unlinked = createCreateUser({ publicUrl: undefined, sendMail: null });
  expect(await refusal(unlinked, { ...wish, email: 'b@example.org' })).toContain('PUBLIC_URL');
  const people = await db
    .selectFrom('users')
    .select(['email', 'password_hash'])
    .where(
      'organization_id',
      '=',
      isId('organization', organization) ? organization : newId('organization'),
    )
    .execute();
  expect(people).toEqual([{ email: 'ada@example.org', password_hash: null }]);
});

test('a plan is set for the named organisation and for no other', async () => {
  const { organization = '' } = await createOrganization.run(deps, { name: 'Grows' });
  const { organization: other = '' } = await createOrganization.run(deps, { name: 'Stays' });
  const told = await setPlan.run(deps, { organization, plan: 'professional' });
  expect(told).toEqual({ organization, plan: 'professional' });
  const rows = await db.selectFrom('organizations').select(['id', 'plan']).execute();
  const planOf = new Map<string, string>(rows.map(({ id, plan }) => [id, plan]));
  expect([planOf.get(organization), planOf.get(other)]).toEqual(['professional', 'free']);
  expect(await refusal(setPlan, { plan: 'starter' })).toContain('--organization');
  expect(await refusal(setPlan, { plan: 'starter', organization: 'org_none' })).toContain(
    '--organization',
  );
});

test.each([
  ['an unknown plan', setPlan, { plan: 'golden' }, '--plan'],
  ['an unknown role', createUser, { name: 'X', role: 'king' }, '--role'],
  ['an unknown scope', createKey, { environment: 'live', scopes: 'everything' }, '--scopes'],
  ['an option there is none of', createOrganization, { name: 'X', nmae: 'Y' }, 'nmae'],
])('%s is refused by the name of its option', async (_what, command, options, named) => {
  expect(await refusal(command, options)).toContain(named);
});
